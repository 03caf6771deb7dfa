/// What a list of a record is made of.
package protocol FieldItem: Sendable {
  /// A list of items as a value.
  static func value(of items: [Self]) -> FieldValue
  /// The items of a value; `nil` where they are others.
  static func items(of value: FieldValue) -> [Self]?
}

extension String: FieldItem {
  package static func value(of items: [String]) -> FieldValue { .texts(items) }
  package static func items(of value: FieldValue) -> [String]? {
    if case .texts(let items) = value { items } else { nil }
  }
}

extension Alias: FieldItem {
  package static func value(of items: [Alias]) -> FieldValue { .aliases(items) }
  package static func items(of value: FieldValue) -> [Alias]? {
    if case .aliases(let items) = value { items } else { nil }
  }
}

extension BlocMembership: FieldItem {
  package static func value(of items: [BlocMembership]) -> FieldValue { .memberships(items) }
  package static func items(of value: FieldValue) -> [BlocMembership]? {
    if case .memberships(let items) = value { items } else { nil }
  }
}

extension Attribute: FieldItem {
  package static func value(of items: [Attribute]) -> FieldValue { .attributes(items) }
  package static func items(of value: FieldValue) -> [Attribute]? {
    if case .attributes(let items) = value { items } else { nil }
  }
}

extension Evidence: FieldItem {
  package static func value(of items: [Evidence]) -> FieldValue { .evidence(items) }
  package static func items(of value: FieldValue) -> [Evidence]? {
    if case .evidence(let items) = value { items } else { nil }
  }
}

extension Bloc: FieldItem {
  package static func value(of items: [Bloc]) -> FieldValue { .blocs(items) }
  package static func items(of value: FieldValue) -> [Bloc]? {
    if case .blocs(let items) = value { items } else { nil }
  }
}

extension Source: FieldItem {
  package static func value(of items: [Source]) -> FieldValue { .sources(items) }
  package static func items(of value: FieldValue) -> [Source]? {
    if case .sources(let items) = value { items } else { nil }
  }
}

extension Actor: FieldItem {
  package static func value(of items: [Actor]) -> FieldValue { .actors(items) }
  package static func items(of value: FieldValue) -> [Actor]? {
    if case .actors(let items) = value { items } else { nil }
  }
}

extension Relation: FieldItem {
  package static func value(of items: [Relation]) -> FieldValue { .relations(items) }
  package static func items(of value: FieldValue) -> [Relation]? {
    if case .relations(let items) = value { items } else { nil }
  }
}
