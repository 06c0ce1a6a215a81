package dev.procc.model.duedate;

/// A field besides `dueDate` and `approverDueDate` that takes a date.
///
/// @param name the API's name of the field, or a path such as `arguments.until`
public record DateField(String name, DateText text) {}
