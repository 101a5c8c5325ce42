package golden.inheritance;

import retrofit2.http.GET;

interface Named extends Identified {
  @GET("name")
  String name();

  @GET("details")
  Object details();

  @Override
  default String label() {
    return name() + " " + id();
  }
}
