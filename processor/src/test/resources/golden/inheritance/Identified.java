package golden.inheritance;

import retrofit2.http.GET;

interface Identified {
  @GET("id")
  String id();

  @GET("label")
  String label();
}
