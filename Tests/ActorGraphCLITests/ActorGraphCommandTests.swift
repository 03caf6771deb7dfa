import Foundation
import Testing

@Suite("The command line")
struct ActorGraphCommandTests {
  /// The commands that the help lists.
  static func commands() async throws -> [String] {
    let help = try await Program.run("--help").output
    let section = help.split(separator: "SUBCOMMANDS:").last ?? ""
    return section.split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") && !line.contains("See '")
        ? line.split(separator: " ").first.map(String.init) : nil
    }
  }

  @Test("Help lists the commands, and every command's help has an example that fits 80 columns")
  func help() async throws {
    let commands = try await Self.commands()
    #expect(Set(commands).isSuperset(of: ["check", "info", "rank", "paths", "compare", "draw", "schema"]))
    for command in commands {
      let run = try await Program.run("\(command) --help")
      #expect(run.status == 0, "\(command)")
      #expect(Self.examples(in: run.output).contains { $0.hasPrefix("actorgraph \(command)") }, "\(command)")
    }
  }

  /// Lines of a help that begin with the program's name, continued where a backslash ends them; an example broken
  /// otherwise would not run.
  static func examples(in help: String) -> [String] {
    let joined = help.replacing(#/ \\\n +/#, with: " ")
    return joined.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      $0.hasPrefix("actorgraph ") && !$0.contains("[options]") && !$0.contains("…")
    }
  }

  @Test("Every example works from the repository's root as it is printed")
  func examples() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    for name in ["Graphs", "Exports"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.folder + "/" + name, withDestinationPath: Program.root + name)
    }
    var examples = Self.examples(in: try await Program.run("--help").output)
    for command in try await Self.commands() {
      examples += Self.examples(in: try await Program.run("\(command) --help").output)
    }
    for example in Set(examples).sorted() {
      let run = try await Program.run(
        example.split(separator: " ").dropFirst().map(String.init), in: scratch.folder)
      #expect(run.status == 0, "\(example): \(run.errors)")
      if let file = example.firstRange(of: " -o ").map({ example[$0.upperBound...].prefix { $0 != " " } }) {
        // A series names a file for each date.
        let stem = String(file.prefix { $0 != "{" })
        #expect(scratch.names.contains { file.contains("{") ? $0.hasPrefix(stem) : $0 == file }, "\(example)")
      } else {
        // What does not print writes the file that it names last.
        let last = example.split(separator: " ").last.map(String.init) ?? ""
        #expect(!run.output.isEmpty || scratch.names.contains(last), "\(example)")
      }
    }
  }

  @Test("No command at all prints the help; the version is a number")
  func noCommand() async throws {
    let none = try await Program.run([])
    #expect(none.status == 0)
    #expect(none.output.contains("SUBCOMMANDS:"))
    let version = try await Program.run("--version")
    #expect(version.output.split(separator: ".").count == 3)
  }

  @Test("An unknown command or option is answered with the nearest")
  func unknown() async throws {
    let command = try await Program.run("rnk x.yaml")
    #expect(command.status == 64)
    #expect(command.errors.contains("there is no command 'rnk'; did you mean 'rank'?"))
    let strange = try await Program.run("frobnicate")
    #expect(strange.status == 64)
    #expect(strange.errors.contains("commands are check, "))
    let option = try await Program.run(["rank", Program.seed, "--mesure", "degree"])
    #expect(option.status == 64)
    #expect(option.errors.contains("Did you mean '--measure'?"))
    let missing = try await Program.run("rank")
    #expect(missing.status == 64)
    #expect([command, strange, option, missing].allSatisfy { $0.output.isEmpty })
  }
}
