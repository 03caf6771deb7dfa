import CLibYAML
import NetworkReading

/// What libyaml finds in a text, one event after the other, with places.
///
/// An event holds the memory of its texts until the next one is asked for.
struct YAMLEvents: ~Copyable {
  /// What an event is.
  enum Kind {
    case documentStart, documentEnd, streamEnd
    case scalar, alias
    case sequenceStart, sequenceEnd
    case mappingStart, mappingEnd
    case other
  }

  /// Why reading cannot go on.
  struct Failure: Error {
    enum Kind {
      case syntax, character, memory
    }

    let kind: Kind
    let problem: String
    let place: TextLocation
    /// The byte at which the text holds what YAML does not allow; where `kind` is `.character`.
    let offset: Int
  }

  // libyaml's parser points to itself, so that it must not move.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  /// What the event at hand is.
  private(set) var kind = Kind.other

  /// The events of a text, which must stay in memory as long as they are read.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Goes to the next event.
  mutating func next() throws(Failure) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) == 1 else { throw failure }
    kind =
      switch event.pointee.type {
      case YAML_DOCUMENT_START_EVENT: .documentStart
      case YAML_DOCUMENT_END_EVENT: .documentEnd
      case YAML_STREAM_END_EVENT: .streamEnd
      case YAML_SCALAR_EVENT: .scalar
      case YAML_ALIAS_EVENT: .alias
      case YAML_SEQUENCE_START_EVENT: .sequenceStart
      case YAML_SEQUENCE_END_EVENT: .sequenceEnd
      case YAML_MAPPING_START_EVENT: .mappingStart
      case YAML_MAPPING_END_EVENT: .mappingEnd
      default: .other
      }
  }

  private var failure: Failure {
    let kind: Failure.Kind =
      switch parser.pointee.error {
      case YAML_READER_ERROR: .character
      case YAML_MEMORY_ERROR: .memory
      default: .syntax
      }
    return Failure(
      kind: kind, problem: parser.pointee.problem.map { String(cString: $0) } ?? "it cannot be read",
      place: Self.place(parser.pointee.problem_mark), offset: Int(clamping: parser.pointee.problem_offset))
  }

  /// Where the event begins.
  var place: TextLocation { Self.place(event.pointee.start_mark) }

  private static func place(_ mark: yaml_mark_t) -> TextLocation {
    TextLocation(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
  }

  /// The text of a scalar.
  var text: String {
    String(
      decoding: UnsafeBufferPointer(start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length),
      as: UTF8.self)
  }

  /// How many bytes the text of a scalar has.
  var textLength: Int { event.pointee.data.scalar.length }

  /// Whether a scalar stands in quotes, or as a block of its own, so that it is meant as a text.
  var isQuoted: Bool { event.pointee.data.scalar.style != YAML_PLAIN_SCALAR_STYLE }

  /// The name of the anchor of the event, or to which an alias leads.
  var anchor: String? {
    let name =
      switch kind {
      case .scalar: event.pointee.data.scalar.anchor
      case .alias: event.pointee.data.alias.anchor
      case .sequenceStart: event.pointee.data.sequence_start.anchor
      case .mappingStart: event.pointee.data.mapping_start.anchor
      default: nil as UnsafeMutablePointer<yaml_char_t>?
      }
    return name.map { String(cString: $0) }
  }

  /// The type that is written out before a value; `nil` where there is none.
  var tag: String? {
    let name =
      switch kind {
      case .scalar: event.pointee.data.scalar.quoted_implicit == 1 ? nil : event.pointee.data.scalar.tag
      case .sequenceStart: event.pointee.data.sequence_start.implicit == 1 ? nil : event.pointee.data.sequence_start.tag
      case .mappingStart: event.pointee.data.mapping_start.implicit == 1 ? nil : event.pointee.data.mapping_start.tag
      default: nil as UnsafeMutablePointer<yaml_char_t>?
      }
    return name.map { String(cString: $0) }
  }
}
