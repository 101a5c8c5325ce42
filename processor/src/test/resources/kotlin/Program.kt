package api

import java.util.UUID
import java.util.function.BiFunction
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import visibuild.RequestOptions
import visibuild.Visibuild

/** What a program in Kotlin does with the client. */
class Program : BiFunction<Visibuild, String, Any?> {
  override fun apply(visibuild: Visibuild, what: String): Any? = runBlocking {
    val sites = SitesApiClient.create(visibuild.writeAccess())
    when (what) {
      "get" -> sites.get(UUID(0, 1)).id
      "paged" -> sites.paged(UUID(0, 1), UUID(0, 2)).map { it.id }
      "await" -> sites.await("s 1", listOf(Status.OPEN, Status.CLOSED)).id
      "options" -> sites.await("s1", options = RequestOptions.none().header("X-Trace", "t")).id
      "all" -> sites.all().map { it.id }
      "areas" -> sites.areas().map { it.id }
      "find" -> sites.find("s1").map { it.id }.orElse("none")
      "response" -> sites.response("s1").code()
      "photo" -> sites.photo("s1").use { it.string() }
      "firstPage" -> sites.firstPage().map { it.id }
      "create" -> sites.create(NewSite("Tower")).id
      "delete" -> {
        val done: Unit = sites.delete("s1")
        done
      }
      "firstName" -> sites.firstName()
      "second" -> sites.second().id
      "names" -> sites.names("all ")
      "later" -> sites.later("a", "b")
      "cancel" -> {
        val job = launch(start = CoroutineStart.UNDISPATCHED) { sites.all() }
        job.cancelAndJoin()
        job.isCancelled
      }
      else -> throw IllegalArgumentException(what)
    }
  }
}
