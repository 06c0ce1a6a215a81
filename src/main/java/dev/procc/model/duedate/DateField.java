package dev.procc.model.duedate;

/// A further date field, besides `dueDate` and `approverDueDate`.
///
/// @param name the API's name of the field, or a path such as `arguments.until`
public record DateField(String name, DateText text) {}
