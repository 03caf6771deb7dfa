import ActorGraph

/// What a command reads and what it may write, told and checked before any work is done: an output never replaces an
/// input, nor has a name that promises what is not in it.
struct OutputPlan {
  /// Files that are read, whatever for; `-` is standard input.
  var inputs: [String]
  /// Files that may be written.
  var outputs: [PlannedOutput]

  /// A plan.
  ///
  /// - Parameter reading: How the files are read; it may name a table of actors, and one of rows set aside.
  init(reading files: [String], _ reading: InputOptions? = nil, writing outputs: [PlannedOutput?]) {
    inputs = files + [reading?.table.actors].compactMap(\.self)
    let refusedRows = reading?.quarantine.map { PlannedOutput($0, .refusedRows, option: "--quarantine") }
    self.outputs = (outputs + [refusedRows]).compactMap(\.self)
  }

  /// - Throws: What is in the way of an output, or that standard input is to be read twice.
  func check() throws(CommandFailure) {
    guard inputs.count(where: { $0 == "-" }) < 2 else {
      throw .usage("standard input (-) can be read once; name files for the rest")
    }
    let standardOutput = FileIdentity(descriptor: 1)
    for input in inputs where standardOutput != nil && Self.identity(ofInput: input) == standardOutput {
      throw .cannotCreate("standard output leads to the input \(input), and an output never replaces an input")
    }
    for (index, output) in outputs.enumerated() {
      // The names in a series are known when its dates are.
      if !output.isSeries { try check(output, besides: outputs[..<index]) }
      try output.checkEnding()
    }
  }

  /// Checks the files of a series once their names are known, before the first is written.
  func check(series paths: [String]) throws(CommandFailure) {
    let others = outputs.filter { !$0.isSeries }
    for path in paths { try check(PlannedOutput(path, .picture(nil)), besides: others[...]) }
  }

  private func check(_ output: PlannedOutput, besides others: ArraySlice<PlannedOutput>) throws(CommandFailure) {
    if output.contents == .refusedRows { try Quarantine.requireOwn(output.path) }
    guard let identity = output.identity else { return }
    for input in inputs where Self.identity(ofInput: input) == identity {
      throw .cannotCreate(
        "cannot create \(output.path): it is \(output.isSame(input) ? "an input" : "the input \(input)"), and an output "
          + "never replaces an input; write another file, and move it there if it is right")
    }
    for other in others where other.identity == identity {
      throw .cannotCreate(
        "cannot create \(output.path): it is the file of \(other.option) too; name two files")
    }
  }

  /// The file read under a name, where there is one.
  private static func identity(ofInput path: String) -> FileIdentity? {
    let identity = path == "-" ? FileIdentity(descriptor: 0) : FileIdentity(path: path)
    return identity?.exists == true ? identity : nil
  }
}

/// A file that a command may write.
struct PlannedOutput {
  /// What a file holds.
  enum Contents: Equatable {
    case table, positions, refusedRows, schema
    /// A network, in a format that is asked for.
    case network
    /// A network, in the format that the ending tells.
    case networkByEnding
    /// A picture, in a format that is asked for or told by the ending.
    case picture(PictureFormat?)
  }

  let path: String
  let contents: Contents
  /// The option that names the file.
  let option: String

  /// A file to be; `nil` where none is named.
  init?(_ path: String?, _ contents: Contents, option: String = "-o") {
    guard let path else { return nil }
    self.init(path, contents, option: option)
  }

  init(_ path: String, _ contents: Contents, option: String = "-o") {
    self.path = path
    self.contents = contents
    self.option = option
  }

  /// Whether a date in the name makes many files of one.
  var isSeries: Bool { if case .picture = contents { path.contains("{date}") } else { false } }

  /// The file; `nil` for standard output, devices and pipes.
  var identity: FileIdentity? { path == "-" ? nil : FileIdentity(path: path) }

  fileprivate func isSame(_ input: String) -> Bool { path == input }
}
