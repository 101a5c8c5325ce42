package api

import java.util.Optional
import java.util.UUID
import okhttp3.ResponseBody
import retrofit2.Response
import retrofit2.http.Body
import retrofit2.http.DELETE
import retrofit2.http.GET
import retrofit2.http.POST
import retrofit2.http.Path
import retrofit2.http.Query
import visibuild.Paged
import visibuild.RequestOptions
import visibuild.Scope
import visibuild.VisibuildApi

data class Site(val id: String, val name: String?)

data class NewSite(val name: String)

enum class Status {
  OPEN,
  CLOSED {
    override fun isLast() = true
  };

  open fun isLast() = false
}

open class Area(val id: String)

interface Areas {
  @GET("areas")
  suspend fun areas(): List<Area>

  fun names(prefix: String): String = prefix + "areas"

  fun <T : Comparable<T>> later(one: T, other: T): T = maxOf(one, other)
}

@VisibuildApi(scope = Scope.READ_WRITE)
interface SitesApi : Areas {
  @GET("sites/{id}")
  fun get(@Path("id") id: UUID): Site

  @GET("sites")
  fun paged(@Query("ids") vararg ids: UUID): Paged<Site>

  @GET("sites/{id}")
  suspend fun await(
    @Path("id") id: String,
    @Query("status") status: List<@JvmSuppressWildcards Status>? = null,
    options: RequestOptions? = null,
  ): Site

  @GET("sites")
  suspend fun all(): List<Site>

  @GET("sites/{id}")
  suspend fun find(@Path("id") id: String): Optional<Site>

  @GET("sites/{id}")
  suspend fun response(@Path("id") id: String): Response<Site>

  @GET("sites/{id}/photo")
  suspend fun photo(@Path("id") id: String): ResponseBody

  @GET("sites")
  suspend fun firstPage(): Paged<Site>

  @POST("sites")
  suspend fun create(@Body site: NewSite): Site

  @DELETE("sites/{id}")
  suspend fun delete(@Path("id") id: String)

  suspend fun firstName(): String? = all().first().name

  fun second(): Site = paged().stream().skip(1).findFirst().get()
}
