import CLibYAML

/// Writes YAML through libyaml's emitter: lines of any length, letters of any script as they are.
struct YAMLEmitter: ~Copyable {
  /// Whether a list or mapping stands on one line.
  enum Layout {
    case block, line
  }

  /// How a scalar is written.
  enum Style {
    /// As a plain word where YAML allows it, else in quotes.
    case plain
    /// In quotes.
    case quoted
  }

  // libyaml's emitter points to itself and to its output, so that neither must move.
  private let emitter = UnsafeMutablePointer<yaml_emitter_t>.allocate(capacity: 1)
  private let output = UnsafeMutablePointer<[UInt8]>.allocate(capacity: 1)
  /// Whether libyaml refused something.
  private var hasFailed = false

  /// An emitter at the beginning of a document.
  init() {
    output.initialize(to: [])
    emitter.initialize(to: yaml_emitter_t())
    yaml_emitter_initialize(emitter)
    yaml_emitter_set_output(
      emitter,
      { output, bytes, count in
        guard let output, let bytes else { return 0 }
        output.assumingMemoryBound(to: [UInt8].self).pointee
          .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
        return 1
      }, output)
    yaml_emitter_set_encoding(emitter, YAML_UTF8_ENCODING)
    yaml_emitter_set_width(emitter, -1)
    yaml_emitter_set_unicode(emitter, 1)
    emit { yaml_stream_start_event_initialize(&$0, YAML_UTF8_ENCODING) }
    emit { yaml_document_start_event_initialize(&$0, nil, nil, nil, 1) }
  }

  deinit {
    yaml_emitter_delete(emitter)
    emitter.deallocate()
    output.deinitialize(count: 1)
    output.deallocate()
  }

  private mutating func emit(_ fill: (inout yaml_event_t) -> Int32) {
    var event = yaml_event_t()
    // The emitter takes over what the event holds, also where it refuses it.
    if hasFailed || fill(&event) != 1 || yaml_emitter_emit(emitter, &event) != 1 { hasFailed = true }
  }

  mutating func scalar(_ text: String, _ style: Style) {
    let style = style == .quoted ? YAML_SINGLE_QUOTED_SCALAR_STYLE : YAML_ANY_SCALAR_STYLE
    // libyaml wants an address also of an empty text.
    var text = text.isEmpty ? "\0" : text
    let isEmpty = text == "\0"
    text.withUTF8 { bytes in
      emit { event in
        yaml_scalar_event_initialize(
          &event, nil, nil, bytes.baseAddress, isEmpty ? 0 : Int32(clamping: bytes.count), 1, 1, style)
      }
    }
  }

  mutating func startSequence(_ layout: Layout) {
    emit {
      yaml_sequence_start_event_initialize(
        &$0, nil, nil, 1, layout == .line ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE)
    }
  }

  mutating func endSequence() { emit { yaml_sequence_end_event_initialize(&$0) } }

  mutating func startMapping(_ layout: Layout) {
    emit {
      yaml_mapping_start_event_initialize(
        &$0, nil, nil, 1, layout == .line ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE)
    }
  }

  mutating func endMapping() { emit { yaml_mapping_end_event_initialize(&$0) } }

  /// Ends the document.
  ///
  /// - Returns: Its bytes; `nil` when libyaml refused something of it.
  mutating func finish() -> [UInt8]? {
    emit { yaml_document_end_event_initialize(&$0, 1) }
    emit { yaml_stream_end_event_initialize(&$0) }
    yaml_emitter_flush(emitter)
    return hasFailed ? nil : output.pointee
  }
}
