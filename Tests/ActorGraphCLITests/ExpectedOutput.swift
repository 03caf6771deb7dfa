import ActorGraph
import Foundation
import Testing

/// An output of a command that is compared byte for byte with a file of the folder `Expected`.
struct ExpectedOutput: CustomTestStringConvertible, Sendable {
  /// The file's name before its form, with its folder: `strait/rank`.
  let name: String
  /// The ending of the file that the command writes; or `terminal`, or `error`.
  let form: String
  /// The command line, as it is run in the folder of networks.
  let arguments: [String]

  var testDescription: String { "\(name).\(form)" }

  /// The folder of expected files.
  static let folder = Program.root + "Tests/ActorGraphCLITests/Expected/"
  /// The folder of the networks that they are made from.
  static let networks = Program.root + "Tests/ActorGraphCLITests/Networks/"
  /// The list of commands.
  static let list = folder + "commands.txt"

  /// All that the list names.
  static let all: [ExpectedOutput] = {
    guard let text = try? String(contentsOfFile: list, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { line -> [ExpectedOutput] in
      guard let colon = line.firstRange(of: ": ") else { return [] }
      let head = line[..<colon.lowerBound].split(separator: " ").map(String.init)
      let arguments = line[colon.upperBound...].split(separator: " ").map(String.init)
      return head.dropFirst().map { ExpectedOutput(name: head[0], form: $0, arguments: arguments) }
    }
  }()

  /// Runs the command; what it made by the file's name under the folder of expected files.
  func make() async throws -> [String: String] {
    switch form {
    case "terminal":
      let run = try await Program.run(arguments, in: Self.networks, asProcess: true)
      let text = "\(run.output)--- standard error ---\n\(run.errors)--- exit code \(run.status)\n"
      return ["\(name).\(form)": text]
    case "error":
      let run = try await Program.run(arguments + ["--quiet"], in: Self.networks)
      return ["\(name).\(form)": "exit code \(run.status)\n\(run.errors)"]
    default:
      return try await written()
    }
  }

  /// Has the command write its file, and those that belong to it.
  private func written() async throws -> [String: String] {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = name.prefix { $0 != "/" }
    let file = scratch.folder + "/" + name.dropFirst(folder.count + 1) + ".\(form)"
    let makesNetwork = arguments[0] == "convert"
    let saysNothing = ["algorithms", "schema"].contains(arguments[0])
    let line = arguments + (makesNetwork ? [file] : ["-o", file]) + (saysNothing ? [] : ["--quiet"])
    let run = try await Program.run(line, in: Self.networks)
    guard run.status == 0 else { return ["\(name).\(form)": "exit code \(run.status)\n\(run.errors)"] }
    var made: [String: String] = [:]
    for name in scratch.names {
      made["\(folder)/\(name)"] = settled(try scratch.text(name)).replacing(scratch.folder + "/", with: "")
    }
    return made
  }

  /// A text without the release's number.
  private func settled(_ text: String) -> String {
    text.replacing(#""version" : "\#(Manifest.programVersion)""#, with: #""version" : "VERSION""#)
  }
}
