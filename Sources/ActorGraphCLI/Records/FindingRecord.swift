import ActorGraph

/// A finding as JSON.
struct FindingRecord: Encodable {
  /// A number, which may be missing.
  struct Number: Encodable {
    let value: Double?

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let value { try container.encode(value) } else { try container.encodeNil() }
    }
  }

  /// A cell of a list; actors and relations by their ids.
  struct Cell: Encodable {
    struct Tie: Encodable {
      let from: String
      let to: String
      let relations: [String]

      init(_ tie: RouteStep) {
        from = tie.from.id
        to = tie.to.id
        relations = tie.relations.map(\.id)
      }
    }

    let cell: FindingCell

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch cell {
      case .text(let text): try container.encode(text)
      case .number(let value): try container.encode(Number(value: value))
      case .actor(let actor): try container.encode(actor?.id)
      case .actors(let actors): try container.encode(actors.map(\.id))
      case .tie(let tie): try container.encode(Tie(tie))
      }
    }
  }

  let measure: String
  let parameters: [String: String]
  let signs: SignUse
  let refused: String?
  let numbers: [String: Number]
  let lists: [String: [[String: Cell]]]
  let notes: [String]
  /// As in groups, where that is what was found.
  let balance: BalanceRecord?

  init(_ result: FindingResult) {
    measure = result.summary.id
    parameters = Dictionary(result.options.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    signs = result.summary.signs
    refused = result.refusal
    let finding = result.finding ?? Finding()
    numbers = Dictionary(
      finding.numbers.map { ($0.key, Number(value: $0.value)) }, uniquingKeysWith: { first, _ in first })
    lists = Dictionary(
      finding.lists.map { list in
        let rows = list.rows.map { row in
          Dictionary(
            zip(list.columns, row).map { ($0.key, Cell(cell: $1)) }, uniquingKeysWith: { first, _ in first })
        }
        return (list.key, rows)
      }, uniquingKeysWith: { first, _ in first })
    notes = finding.notes
    balance = finding.balance.map(BalanceRecord.init)
  }
}
