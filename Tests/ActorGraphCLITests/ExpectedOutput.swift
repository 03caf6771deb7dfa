import ActorGraph
import ArgumentParser
import Foundation
import Testing

@testable import ActorGraphCLI

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
      let run = try await Program.run(arguments, in: Self.networks)
      return [
        "\(name).\(form)":
          "\(run.output)--- standard error ---\n\(run.errors)--- exit code \(run.status)\n"
      ]
    case "error":
      do throws(CommandFailure) {
        try execute(arguments.map(placed) + ["--quiet"])
        return ["\(name).\(form)": "the command did not fail\n"]
      } catch {
        let lines = ["exit code \(error.exitCode)"] + error.lines
        return ["\(name).\(form)": settled(lines.map { $0 + "\n" }.joined())]
      }
    default:
      return try written()
    }
  }

  /// Has the command write its file, and those that belong to it.
  private func written() throws -> [String: String] {
    let scratch = try Scratch()
    defer { scratch.remove() }
    let folder = name.prefix { $0 != "/" }
    let file = scratch.folder + "/" + name.dropFirst(folder.count + 1) + ".\(form)"
    let makesNetwork = arguments[0] == "convert"
    let hasNoRun = ["algorithms", "schema"].contains(arguments[0])
    try execute(arguments.map(placed) + (makesNetwork ? [file] : ["-o", file]) + (hasNoRun ? [] : ["--quiet"]))
    var made: [String: String] = [:]
    for name in scratch.names {
      made["\(folder)/\(name)"] = settled(try scratch.text(name)).replacing(scratch.folder + "/", with: "")
    }
    return made
  }

  /// Runs the command in this process: a process of its own would take many times as long.
  private func execute(_ arguments: [String]) throws(CommandFailure) {
    let commands = ActorGraphCommand.configuration.subcommands
    let type = commands.first { ActorGraphCommand.name(of: $0) == arguments[0] }
    let parsed: any ParsableCommand
    do {
      guard let type else { throw ValidationError("no command \(arguments[0])") }
      parsed = try type.parseAsRoot(Array(arguments.dropFirst()))
    } catch {
      throw .usage("\(type?.message(for: error) ?? "\(error)")")
    }
    guard let command = parsed as? any AnalystCommand else { throw .internal("\(arguments[0]) is no command") }
    try command.plan.check()
    try command.execute()
  }

  /// An argument with the folder of networks before each of their names.
  private func placed(_ argument: String) -> String {
    let word = argument.split(separator: "=").last ?? ""
    guard FileManager.default.fileExists(atPath: Self.networks + word), !word.isEmpty else { return argument }
    return argument.dropLast(word.count) + Self.networks + word
  }

  /// A text without what differs from one machine or release to the next.
  private func settled(_ text: String) -> String {
    text.replacing(Self.networks, with: "")
      .replacing(#""version" : "\#(Manifest.programVersion)""#, with: #""version" : "VERSION""#)
  }
}
