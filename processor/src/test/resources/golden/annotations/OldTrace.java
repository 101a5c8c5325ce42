package golden.annotations;

@Deprecated
record OldTrace(String id) {}
