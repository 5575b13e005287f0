package dev.certpath.cases;

/** A request's key was used before, with other answers or another day. Nothing was saved. */
public final class KeyUsedOtherwise extends RuntimeException {

    KeyUsedOtherwise() {
        super("This key was used for another request");
    }
}
