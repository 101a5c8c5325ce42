package program;

import retrofit2.http.Body;
import retrofit2.http.POST;

/** The type of the record is known in the interface that extends it. */
interface Crud<T> {
  @POST("crud")
  T create(@Body T record);
}
