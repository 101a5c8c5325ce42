package visibuild.sample.gather;

/** Hears how far the reading is. */
public interface Progress extends AutoCloseable {
  /** Reports no progress. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(int projects) {}

        @Override
        public void reading(String project, int records) {}

        @Override
        public void projectDone() {}

        @Override
        public void close() {}
      };

  /** Reading begins, of so many projects. */
  void begin(int projects);

  /** So many records of {@code project} were read. */
  void reading(String project, int records);

  /** A project was read to its end. */
  void projectDone();

  /** Nothing more will be said. */
  @Override
  void close();
}
