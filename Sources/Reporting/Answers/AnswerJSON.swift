import Answers
import Foundation

/// An answer as JSON: its manifest, then the values and tables of its sections under their keys.
///
/// Keys are sorted, so that equal answers are equal bytes. Infinite numbers are written as words.
public struct AnswerJSON: Sendable {
  /// How phrases are worded.
  public var wording: AnswerWording

  /// JSON in a wording.
  public init(wording: AnswerWording = AnswerWording()) { self.wording = wording }

  /// The answer as text, with a newline at the end.
  ///
  /// - Throws: What the encoder throws.
  public func text(of answer: Answer) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "infinity", negativeInfinity: "-infinity", nan: "undefined")
    return String(decoding: try encoder.encode(Envelope(answer: answer, wording: wording)), as: UTF8.self) + "\n"
  }

  private struct Envelope: Encodable {
    let answer: Answer
    let wording: AnswerWording

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encodeIfPresent(answer.manifest, forKey: Key("manifest"))
      try JSONSection(section: answer.body, wording: wording).encode(into: &container)
    }
  }

  fileprivate struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(_ key: String) { stringValue = key }

    init?(stringValue: String) { self.stringValue = stringValue }

    init?(intValue: Int) { nil }
  }
}

private struct JSONSection: Encodable {
  let section: AnswerSection
  let wording: AnswerWording

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: AnswerJSON.Key.self)
    try encode(into: &container)
  }

  func encode(into container: inout KeyedEncodingContainer<AnswerJSON.Key>) throws {
    for block in section.blocks {
      switch block {
      case .field(let field): try JSONField(field: field, wording: wording).encode(into: &container)
      case .table(let table):
        if table.audience != .people {
          try container.encode(JSONTable(table: table, wording: wording), forKey: .init(table.key))
        }
      case .heading: break
      case .section(let key, let section):
        try container.encode(JSONSection(section: section, wording: wording), forKey: .init(key))
      case .sections(let key, let sections):
        try container.encode(sections.map { JSONSection(section: $0, wording: wording) }, forKey: .init(key))
      }
    }
  }
}

private struct JSONTable: Encodable {
  let table: AnswerTable
  let wording: AnswerWording

  func encode(to encoder: any Encoder) throws {
    var rows = encoder.unkeyedContainer()
    for row in table.rows {
      var container = rows.nestedContainer(keyedBy: AnswerJSON.Key.self)
      for (column, cell) in zip(table.columns, row) where column.audience != .people {
        try JSONField(field: Field(column.key, cell), wording: wording).encode(into: &container)
      }
    }
  }
}

private struct JSONField {
  let field: Field
  let wording: AnswerWording

  func encode(into container: inout KeyedEncodingContainer<AnswerJSON.Key>) throws {
    if case .absent = field.cell { return }
    if case .remedy(let remedy) = field.cell, wording.remedy(remedy) == nil { return }
    try container.encode(JSONCell(cell: field.cell, wording: wording), forKey: .init(field.key))
  }
}

/// A value; actors, relations and sources by their ids.
private struct JSONCell: Encodable {
  let cell: Cell
  let wording: AnswerWording

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch cell {
    case .absent: try container.encodeNil()
    case .text(let text): try container.encode(text)
    case .phrase(let phrase): try container.encode(wording.text(phrase))
    case .count(let count): try container.encode(count)
    case .number(nil, _): try container.encodeNil()
    case .number(let value?, _): try container.encode(value)
    case .flag(let flag): try container.encode(flag)
    case .actor(let actor): try container.encode(actor?.id)
    case .actors(let actors): try container.encode(actors.map(\.id))
    case .actorID(let id), .relation(let id), .source(let id): try container.encode(id)
    case .relations(let ids), .sources(let ids): try container.encode(ids)
    case .tie(let tie):
      try container.encode(
        record([
          Field("from", .actor(tie.from)), Field("to", .actor(tie.to)), Field("relations", .relations(tie.relations)),
        ]))
    case .record(let fields): try container.encode(record(fields))
    case .list(let cells): try container.encode(cells.map { JSONCell(cell: $0, wording: wording) })
    case .remedy(let remedy): try container.encode(wording.remedy(remedy))
    }
  }

  private func record(_ fields: [Field]) -> JSONSection {
    JSONSection(section: AnswerSection(fields.map { .field($0) }), wording: wording)
  }
}
