package com.acme.desk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class DeskApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(DeskApplication.class, arguments);
  }
}
