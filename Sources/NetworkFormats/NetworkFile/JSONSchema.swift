import ActorModel

/// The JSON Schema (draft 2020-12) of the network file, made from the table of fields that the reader goes by.
///
/// It cannot say what needs the whole file: that ids are unique, that references lead somewhere, that `until` is after
/// `since`, and that actors are no parts of each other; `check` does.
public struct NetworkFileSchema: Sendable {
  private let fields: NetworkFields

  /// The schema; it has no options.
  public init() { fields = .standard }

  /// The schema of files with certain fields.
  package init(fields: NetworkFields) { self.fields = fields }

  /// The schema as JSON text.
  public var text: String { JSONWriter().write(document) }

  private var document: SourceNode {
    var pairs: [SourceNode.Pair] = [
      pair("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      pair("title", .text("ActorGraph network file")),
      pair(
        "description",
        .text(
          "A sourced network of actors. Scalars may be written with or without quotes. Unique ids, references, the "
            + "order of dates and circles of parts are checked by `actorgraph check`, not here.")),
    ]
    pairs += members(of: fields.network)
    let definitions = [
      definition(of: fields.bloc), definition(of: fields.source), definition(of: fields.actor),
      definition(of: fields.relation, and: [relationEnds]), definition(of: fields.evidence),
      definition(of: fields.says), definition(of: fields.membership),
    ]
    pairs.append(pair("$defs", object(definitions)))
    return object(pairs)
  }

  /// Either from and to, or between.
  private var relationEnds: SourceNode.Pair {
    pair(
      "oneOf",
      list([
        object([
          pair("required", list([.text("from"), .text("to")])),
          pair("not", object([pair("required", list([.text("between")]))])),
        ]),
        object([
          pair("required", list([.text("between")])),
          pair(
            "not",
            object([
              pair(
                "anyOf",
                list([
                  object([pair("required", list([.text("from")]))]), object([pair("required", list([.text("to")]))]),
                ]))
            ])),
        ]),
      ]))
  }

  private func definition<Record>(
    of table: FieldTable<Record>, and more: [SourceNode.Pair] = []
  ) -> SourceNode.Pair {
    pair(name(of: table.kind), object(members(of: table) + more))
  }

  private func members<Record>(of table: FieldTable<Record>) -> [SourceNode.Pair] {
    let properties = table.fields.map { field in
      pair(field.key, object([pair("description", .text(field.help))] + schema(of: field.kind)))
    }
    let required = table.fields.filter(\.isRequired).map { SourceNode.text($0.key) }
    var pairs = [pair("type", .text("object")), pair("properties", object(properties))]
    if !required.isEmpty { pairs.append(pair("required", list(required))) }
    pairs.append(pair("additionalProperties", word("false")))
    return pairs
  }

  private func schema(of kind: FieldKind) -> [SourceNode.Pair] {
    switch kind {
    case .text, .note: scalar
    case .identifier, .end: scalar + [pair("minLength", word("1"))]
    case .date, .start, .finish:
      [
        pair("type", types("string", "integer")), pair("pattern", .text(Self.datePattern)),
        pair("minimum", word("1000")), pair("maximum", word("9999")),
      ]
    case .strength: number + [pair("exclusiveMinimum", word("0"))]
    case .probability:
      [
        pair("type", types("number", "string")), pair("pattern", .text("^(0([.][0-9]+)?|1([.]0+)?)$")),
        pair("minimum", word("0")), pair("maximum", word("1")),
      ]
    case .word, .sign, .credibility: choice(of: kind.words ?? [])
    case .identifiers: array(of: scalar)
    case .pair: array(of: scalar) + [pair("minItems", word("2")), pair("maxItems", word("2"))]
    case .aliases:
      array(of: [
        pair(
          "anyOf",
          list([
            object(scalar), object([pair("type", .text("object")), pair("additionalProperties", object(scalar))]),
          ]))
      ])
    case .memberships: array(of: [pair("anyOf", list([object(scalar), object(reference(.membership))]))])
    case .attributes:
      [
        pair("type", .text("object")),
        pair("additionalProperties", object([pair("anyOf", list([object(scalar), object(array(of: scalar))]))])),
      ]
    case .record(let record): reference(record)
    case .records(let record): array(of: reference(record))
    }
  }

  /// YYYY, YYYY-MM or YYYY-MM-DD, and only days that there are.
  static let datePattern: String = {
    let year = "(?!0000)[0-9]{4}"
    let long = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
    let short = "(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    let february = "02-(0[1-9]|1[0-9]|2[0-8])"
    let leap = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29"
    return "^(\(year)(-(0[1-9]|1[0-2]|\(long)|\(short)|\(february)))?|(?!0000)\(leap))$"
  }()

  /// A number, also as the text of one, above or equal to 0: whether it is in range is said beside it.
  private var number: [SourceNode.Pair] {
    [pair("type", types("number", "string")), pair("pattern", .text("^[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$"))]
  }

  private var scalar: [SourceNode.Pair] { [pair("type", types("string", "number", "boolean"))] }

  private func array(of items: [SourceNode.Pair]) -> [SourceNode.Pair] {
    [pair("type", .text("array")), pair("items", object(items))]
  }

  /// One of a few words; digits also as numbers.
  private func choice(of words: [String]) -> [SourceNode.Pair] {
    [pair("enum", list(words.map(SourceNode.text) + words.filter { Int($0) != nil }.map(word)))]
  }

  private func reference(_ record: RecordKind) -> [SourceNode.Pair] {
    [pair("$ref", .text("#/$defs/\(name(of: record))"))]
  }

  private func name(of record: RecordKind) -> String { record.rawValue.replacing(" ", with: "-") }

  private func pair(_ key: String, _ value: SourceNode) -> SourceNode.Pair {
    SourceNode.Pair(key: key, location: .start, value: value)
  }

  private func object(_ pairs: [SourceNode.Pair]) -> SourceNode { SourceNode(value: .mapping(pairs), location: .start) }

  private func list(_ items: [SourceNode]) -> SourceNode { SourceNode(value: .sequence(items), location: .start) }

  private func types(_ names: String...) -> SourceNode { list(names.map(SourceNode.text)) }

  private func word(_ text: String) -> SourceNode {
    SourceNode(value: .scalar(text, isQuoted: false), location: .start)
  }
}
