import ActorModel
import Foundation
import NetworkFormats

@testable import Answers

/// The network that comes with the package.
enum SeedNetwork {
  static let path = URL(filePath: #filePath).appending(path: "../../../Graphs/moscow-kabul.yaml").standardized.path()

  /// What is asked about it; read once for all tests.
  static let shared = Result { try Study(ofFile: path) }

  static var study: Study { get throws { try shared.get() } }

  /// What is looked at on a day.
  static func view(on year: Int, _ month: Int, _ day: Int) throws -> StudyView {
    guard let day = Day(year: year, month: month, day: day) else { throw CocoaError(.formatting) }
    return StudyView(SnapshotQuery(time: .day(day)))
  }
}

extension AnswerSection {
  /// The parts under a key.
  func sections(_ key: String) -> [AnswerSection] {
    for case .sections(key, let sections) in blocks { return sections }
    return []
  }

  /// The part under a key.
  func section(_ key: String) -> AnswerSection? {
    for case .section(key, let section) in blocks { return section }
    return nil
  }

  /// The notes of all its tables and headings, one after the other.
  var notes: String {
    blocks.flatMap { block -> [String] in
      switch block {
      case .field: []
      case .table(let table): table.notes.map(\.plain)
      case .heading(let heading): heading.notes.map(\.plain)
      case .section(_, let section): [section.notes]
      case .sections(_, let sections): sections.map(\.notes)
      }
    }.joined(separator: " ")
  }
}

extension AnswerTable {
  /// The values under a key.
  func column(_ key: String) -> [Cell] {
    guard let position = columns.firstIndex(where: { $0.key == key }) else { return [] }
    return rows.map { $0[position] }
  }
}

extension Cell {
  /// The number that it holds.
  var number: Double? {
    switch self {
    case .number(let value, _): value
    case .count(let count): Double(count)
    default: nil
    }
  }

  /// The relations or sources that it names.
  var ids: [String] {
    switch self {
    case .relations(let ids), .sources(let ids): ids
    case .relation(let id), .source(let id): [id]
    case .actors(let actors): actors.map(\.id)
    default: []
    }
  }
}

extension Samples {
  /// Two ties in a row, the second resting on one source alone.
  static let chain = """
    network: chain
    sources: [{id: s1}, {id: s2}]
    actors: [{id: A, name: Alpha}, {id: B, name: Beta}, {id: C, name: Gamma}]
    relations:
      - {id: R1, from: A, to: B, type: meets, strength: 0.5, since: 2020, evidence: [{source: s1}, {source: s2}]}
      - {id: R2, from: B, to: C, type: meets, strength: 0.5, since: 2024, evidence: [{source: s1}]}
    """
}
