/// The value of one field of a record.
package enum FieldValue: Hashable, Sendable {
  /// A text, an id or a word.
  case text(String)
  case number(Double)
  case date(CalendarDate)
  case texts([String])
  case aliases([Alias])
  case memberships([BlocMembership])
  case attributes([Attribute])
  case evidence([Evidence])
  indirect case claims(Claims)
  case blocs([Bloc])
  case sources([Source])
  case actors([Actor])
  case relations([Relation])

  /// The text, where it is one.
  package var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  /// The number, where it is one.
  package var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The value in one line, as merges and comparisons write it; the dates of memberships and all of evidence but its
  /// source are left out.
  package var line: String {
    switch self {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .date(let date): date.description
    case .texts(let texts): texts.joined(separator: ", ")
    case .aliases(let aliases):
      aliases.map { alias in alias.name + (alias.language.map { " (\($0))" } ?? "") }.joined(separator: ", ")
    case .memberships(let memberships): memberships.map(\.bloc).joined(separator: ", ")
    case .attributes(let attributes): attributes.map { "\($0.key) \($0.text)" }.joined(separator: ", ")
    case .evidence(let evidence): evidence.map(\.source).joined(separator: ", ")
    case .claims(let claims):
      NetworkFields.standard.says.fields.compactMap { field in
        field.value(claims).map { field.group == .attributes ? $0.line : "\(field.key) \($0.line)" }
      }.joined(separator: ", ")
    case .blocs(let blocs): blocs.map(\.id).joined(separator: ", ")
    case .sources(let sources): sources.map(\.id).joined(separator: ", ")
    case .actors(let actors): actors.map(\.id).joined(separator: ", ")
    case .relations(let relations): relations.map(\.id).joined(separator: ", ")
    }
  }
}
