package dev.procc.base.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// The reason, in words, why a file could not be read or written.
public final class IoMessages {
  private IoMessages() {}

  /// `no such file or folder`, `permission denied`, or the text of the exception.
  public static String describe(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case NotDirectoryException _ -> "a part of the path is not a folder";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> {
        String message = e.getMessage();
        yield message == null ? e.getClass().getSimpleName() : message;
      }
    };
  }
}
