import ActorModel

/// A field that differs.
package struct FieldChange: Sendable, Hashable {
  /// The field: `until`, `attribute region`, `evidence un-2025`.
  package let field: String
  /// Its value before; `nil` where there was none.
  package let before: String?
  /// Its value after; `nil` where there is none.
  package let after: String?
}

/// Collects the fields in which two descriptions of one thing differ.
struct FieldChanges {
  private(set) var all: [FieldChange] = []

  /// Compares the fields of some groups, in the order in which people are told of them; memberships, which count by days,
  /// have rules of their own.
  mutating func compare<Record>(
    _ before: Record, _ after: Record, _ table: FieldTable<Record>, in groups: [FieldGroup] = FieldChanges.groups
  ) {
    for field in table.fields(in: groups) {
      switch (field.value(before), field.value(after)) {
      case (.attributes(let before)?, let after):
        compare(field.title, before, after.flatMap(Attribute.items(of:)) ?? [])
      case (nil, .attributes(let after)?): compare(field.title, [], after)
      case (.evidence(let before)?, let after): compare(evidence: before, after.flatMap(Evidence.items(of:)) ?? [])
      case (nil, .evidence(let after)?): compare(evidence: [], after)
      case (.memberships?, _), (_, .memberships?): break
      case (let before, let after): compare(field.title, before?.line, after?.line)
      }
    }
  }

  /// All groups but what a record is known by.
  static var groups: [FieldGroup] { FieldGroup.allCases.filter { $0 != .identity } }

  mutating func compare(_ field: String, _ before: String?, _ after: String?) {
    if before != after { all.append(FieldChange(field: field, before: before, after: after)) }
  }

  /// Compares values that stand under keys, each key as a field of its own.
  mutating func compare(_ field: String, _ before: [String: String], _ after: [String: String]) {
    guard before != after else { return }
    for key in Set(before.keys).union(after.keys).sorted() { compare("\(field) \(key)", before[key], after[key]) }
  }

  mutating func compare(_ field: String, _ before: [Attribute], _ after: [Attribute]) {
    guard before != after else { return }
    func texts(_ attributes: [Attribute]) -> [String: String] {
      Dictionary(attributes.map { ($0.key, $0.text) }, uniquingKeysWith: { "\($0), \($1)" })
    }
    compare(field, texts(before), texts(after))
  }

  /// Compares what sources say, each source as a field of its own.
  mutating func compare(evidence before: [Evidence], _ after: [Evidence]) {
    guard before != after else { return }
    func texts(_ evidence: [Evidence]) -> [String: String] {
      Dictionary(grouping: evidence, by: \.source).mapValues { $0.map(\.summary).sorted().joined(separator: " | ") }
    }
    compare("evidence", texts(before), texts(after))
  }
}

extension Evidence {
  /// What it says, in one line: `supports, p. 4: "…"; says until 2025-03`
  fileprivate var summary: String {
    var parts = [stance.rawValue + (locator.map { ", \($0)" } ?? "") + (claim.map { ": \($0)" } ?? "")]
    if let quote { parts.append("“\(quote)”") }
    if !says.isEmpty { parts.append("says " + FieldValue.claims(says).line) }
    if let credibility { parts.append("credibility \(credibility.rawValue)") }
    return parts.joined(separator: "; ")
  }
}
