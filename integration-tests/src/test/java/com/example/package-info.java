/** The complete programs of the README and of the first tutorial. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
