package visibuild.processor;

import visibuild.processor.RandomMethod.Result;

/** Types, with weights in front: mostly those that are right where they are asked for. */
final class RandomTypes {
  static final Generator<String> VALUE =
      Generator.texts(
          """
          70 String | 4 int | 2 long[] | 4 List<String> | 2 String[] | 2 Instant
          2 Set<List<Integer>> | 1 List<String>[] | 1 List | 1 Iterable | 1 List<?>
          1 Set<? extends Number> | 1 Types.Names | 1 Types.Strings<String> | 1 List<?>[]
          1 Types.Strings | 1 Map<String, ?> | 1 Map<String, String> | 1 Optional<String>
          1 Types.Pairs<Integer, String> | 1 T | 1 T[] | 1 List<T> | 1 List[] | 1 Object
          """);

  static final Generator<String> MAP =
      Generator.texts(
          """
          50 Map<String, String> | 4 HashMap<String, List<Integer>> | 2 Types.Params
          2 Types.Named<Integer> | 1 Types.Named | 1 Map | 1 HashMap
          1 Map<Integer, String> | 1 Map<Object, String> | 1 Map<String, ?>
          1 Map<?, String> | 1 Types.Reversed<String, Integer>
          1 Types.Reversed<Integer, String> | 1 Types.Untyped | 1 String | 1 List<String>
          1 okhttp3.Headers | 1 Properties | 1 Map<String, MultipartBody.Part>
          1 Map<String, RequestBody> | 1 Map<String, T> | 1 Map<T, String>
          1 Map<String, String>[] | 1 int | 1 Map<String, List<MultipartBody.Part>>
          1 Types.PartsByName
          """);

  static final Generator<String> PART =
      Generator.texts(
          """
          6 RequestBody | 4 String | 1 MultipartBody.Part | 1 List<MultipartBody.Part>
          1 MultipartBody.Part[] | 1 List<RequestBody> | 1 String[] | 1 int | 1 List
          1 List<?> | 1 Types.Names | 1 Types.Parts | 1 int[]
          1 List<List<MultipartBody.Part>> | 1 Types.Pairs<MultipartBody.Part, String>
          1 List<MultipartBody.Part>[] | 1 T
          """);

  static final Generator<String> RAW_PART =
      Generator.texts(
          """
          6 MultipartBody.Part | 3 List<MultipartBody.Part> | 3 MultipartBody.Part[]
          1 RequestBody | 1 List<String> | 1 String[] | 1 List | 1 Types.Parts
          1 Types.Pairs<String, MultipartBody.Part> | 1 MultipartBody.Part[][] | 1 int
          """);

  static final Generator<String> URL =
      Generator.texts(
          """
          20 String | 3 java.net.URI | 3 okhttp3.HttpUrl | 1 int | 1 java.net.URL
          1 List<?> | 1 CharSequence | 1 String[] | 1 T
          """);

  static final Generator<String> TAG =
      Generator.texts(
          """
          4 String | 3 Integer | 2 int | 2 List<String> | 1 List<Integer> | 1 String[]
          1 Map<String, ?> | 1 List | 1 Types.Names | 1 List<String>[] | 1 T
          """);

  /**
   * The type that the user writes, that of the equivalent Retrofit method, and for a suspend
   * function the last parameter of both.
   */
  static final Generator<Result> RESULT =
      Generator.texts(
              """
              12 void : Call<Void> | 12 String : Call<String> | 12 int : Call<Integer>
              12 List<String> : Call<List<String>> | 12 Optional<String> : Call<String>
              12 Call<String> : Call<String> | 12 Call<Void> : Call<Void>
              12 CompletableFuture<String> : CompletableFuture<String>
              12 CompletableFuture<Void> : CompletableFuture<Void>
              12 CompletableFuture<Optional<String>> : CompletableFuture<String>
              8 Response<String> : Call<String> | 8 ResponseBody : Call<ResponseBody>
              8 Response<Void> : Call<Void>
              8 CompletableFuture<Response<String>> : CompletableFuture<Response<String>>
              6 CompletableFuture<Response<Void>> : CompletableFuture<Response<Void>>
              6 CompletableFuture<ResponseBody> : CompletableFuture<ResponseBody>
              8 CompletableFuture<Paged<String>> : CompletableFuture<Page<String>>
              4 Response<ResponseBody> : Call<ResponseBody> | 2 Response<?> : Call<?>
              12 String[] : Call<String[]> | 12 Paged<String> : Call<Page<String>>
              12 Map<String, int[]> : Call<Map<String, int[]>> | 1 Call : Call
              1 Call<?> : Call<?>
              1 Call<? extends List<String>> : Call<? extends List<String>>
              1 List<?> : Call<List<?>> | 1 CompletableFuture : CompletableFuture
              1 CompletableFuture<?> : CompletableFuture<?>
              1 okhttp3.Response : Call<okhttp3.Response>
              1 Call<okhttp3.Response> : Call<okhttp3.Response>
              1 CompletableFuture<okhttp3.Response> : CompletableFuture<okhttp3.Response>
              1 Response : Call<Response> | 1 Call<Response> : Call<Response>
              1 CompletableFuture<Response> : CompletableFuture<Response>
              1 Call<Response<String>> : Call<Response<String>> | 1 Call<List> : Call<List>
              1 List : Call<List> | 1 Call<ResponseBody> : Call<ResponseBody> | 1 T : Call<T>
              1 List<T> : Call<List<T>> | 1 Map<String, ?> : Call<Map<String, ?>>
              1 Void : Call<Void> | 1 Optional<Void> : Call<Void>
              1 Stream<String> : Call<Stream<String>> | 1 Optional : Call<Optional>
              1 List<Response> : Call<List<Response>> | 1 List<?>[] : Call<List<?>[]>
              1 CompletableFuture<List> : CompletableFuture<List>
              8 Object : Object : Continuation<? super String>
              4 Object : Object : Continuation<String>
              4 Object : Object : Continuation<? super Unit>
              4 Object : Object : Continuation<? super Response<String>>
              4 Object : Object : Continuation<? super List<? extends Number>>
              2 Object : Object : Continuation<? super Call<String>>
              1 Object : Object : Continuation<? super Call<?>>
              1 Object : Object : Continuation<? super okhttp3.Response>
              1 Object : Object : Continuation<? super Response>
              1 Object : Object : Continuation<? super List<?>>
              1 Object : Object : Continuation<? super T>
              1 String : String : Continuation<? super String>
              """)
          .map(parts -> parts.split(" : ", 3))
          .map(parts -> new Result(parts[0], parts[1], parts.length < 3 ? "" : parts[2]));

  private RandomTypes() {}
}
