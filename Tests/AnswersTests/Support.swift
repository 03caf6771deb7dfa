import ActorModel
import NetworkFormats

@testable import Answers

/// A network in a file, as an analyst would write it.
enum Samples {
  static let grain = """
    network: grain
    title: The grain deal
    sources:
      - {id: s1, title: The deal, published: 2022-07-22, reliability: A, url: "https://example.org/deal"}
      - {id: s2, title: The same deal, published: 2022-07-23, same-as: [s1]}
      - {id: s3, title: A denial, published: 2022-08-01, reliability: D}
    actors:
      - {id: RUS, name: Russia, kind: state, aliases: [Moscow], blocs: [east]}
      - {id: UKR, name: Ukraine, kind: state}
      - {id: "UN:HQ", name: United Nations, kind: organisation}
    blocs:
      - {id: east, name: The East}
    relations:
      - id: R1
        from: RUS
        to: UKR
        type: attacks
        sign: negative
        strength: 2
        confidence: 0.9
        since: 2022-02-24
        evidence:
          - {source: s1, claim: Russia attacks., locator: page 2, credibility: 1}
          - {source: s3, claim: It does not., stance: denies}
      - {id: R2, from: "UN:HQ", to: RUS, type: mediates, since: 2022-07-01, until: 2023-07-17, evidence: [{source: s2}]}
      - {id: R3, from: UKR, to: RUS, type: sues, sign: negative, status: anticipated, since: 2023}
    """

  static func study(_ text: String = grain) throws -> Study {
    try Study(of: InputFile(name: "grain.yaml", bytes: Array(text.utf8)))
  }

  /// What a refused question says, without remedies.
  static func refusal(_ work: () throws(QuestionError) -> Answer) -> String {
    do {
      _ = try work()
      return ""
    } catch {
      switch error {
      case .unfit(let reason): return reason.plain
      case .data(let reasons): return reasons.map(\.plain).joined(separator: "\n")
      default: return "\(error)"
      }
    }
  }
}

extension Phrase {
  /// The words, with names for actors.
  var plain: String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .number(let value, _): "\(value)"
      case .actor(let actor): actor.name
      case .actorID(let id), .relation(let id), .source(let id): id
      case .option(let name): name
      case .diagnostic(let diagnostic): diagnostic.description
      case .remedy(let remedy): "[\(remedy)]"
      }
    }.joined()
  }
}

extension AnswerSection {
  /// The value under a key.
  func value(_ key: String) -> Cell? {
    for case .field(let field) in blocks where field.key == key { return field.cell }
    return nil
  }
}

extension Cell {
  /// The value under a key of a record.
  subscript(key: String) -> Cell? {
    guard case .record(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.cell
  }

  /// The values of a list.
  var elements: [Cell] { if case .list(let cells) = self { cells } else { [] } }
}
