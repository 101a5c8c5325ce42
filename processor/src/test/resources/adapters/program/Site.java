package program;

record Site(String id) {}
