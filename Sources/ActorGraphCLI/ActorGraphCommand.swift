import ActorGraph
import ArgumentParser
import Foundation

/// The program.
@main
struct ActorGraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "actorgraph",
    abstract: "Who does what to whom: networks of actors, with the evidence behind every number.",
    usage: "actorgraph COMMAND FILE… [options]",
    discussion: """
      Examples, from the repository's root:
        actorgraph check Graphs/moscow-kabul.yaml
        actorgraph rank Graphs/moscow-kabul.yaml --measure betweenness
        actorgraph paths Graphs/moscow-kabul.yaml --from Russia --to EU
        actorgraph compare Graphs/moscow-kabul.yaml --from 2024-12-31 --to 2025-07-08
        actorgraph timeline Graphs/moscow-kabul.yaml --every month --from 2025
        actorgraph draw Graphs/moscow-kabul.yaml -o kabul.svg

      Exit codes: 0 done; 64 usage; 65 data at fault; 66 no such input;
      70 internal error; 73 cannot create output; 74 input or output failed;
      130 interrupted.
      """,
    version: Manifest.programVersion,
    subcommands: [
      Check.self, Info.self, Show.self, List.self, Rank.self, Paths.self, Groups.self, Structure.self, Compare.self,
      TimelineCommand.self,
      Draw.self, Convert.self, Merge.self,
      Algorithms.self, Schema.self,
    ])

  /// Runs the program.
  static func main() {
    Interrupt.watch()
    MemoryExhaustion.watch()
    // A file that grows past a limit is an error to report, so that nothing half-written stays behind.
    signal(SIGXFSZ, SIG_IGN)
    Foundation.exit(exitCode(running: Array(CommandLine.arguments.dropFirst())))
  }

  /// Carries out a command line; what cannot be done is said on standard error.
  static func exitCode(running arguments: [String]) -> Int32 {
    do {
      try requireCommand(arguments.first)
      var command = try parseAsRoot(arguments)
      try command.run()
      return ExitCode.success.rawValue
    } catch {
      return tell(of: error)
    }
  }

  /// Prints what the parser has to say; help goes to standard output, and must arrive there.
  ///
  /// - Returns: The exit code.
  static func tell(of error: any Error) -> Int32 {
    let message = fullMessage(for: error)
    let code = exitCode(for: error)
    guard code == .success else {
      if !message.isEmpty { Terminal.show(message + "\n") }
      return code.rawValue
    }
    do throws(CommandFailure) {
      try Terminal.print(message + "\n")
      return code.rawValue
    } catch {
      for line in error.lines { Terminal.warn(line) }
      return error.exitCode
    }
  }

  /// - Throws: That the first word is no command, with the nearest.
  private static func requireCommand(_ word: String?) throws {
    guard let word, !word.hasPrefix("-") else { return }
    let names = configuration.subcommands.map(name) + ["help"]
    guard !names.contains(word) else { return }
    let near = NearestNames(to: word, among: names).first
    let advice = near.map { "did you mean '\($0)'?" } ?? "commands are \(names.joined(separator: ", "))"
    throw ValidationError("there is no command '\(word)'; \(advice)")
  }

  /// A command's name: as configured, else its type's in small letters.
  static func name(of command: any ParsableCommand.Type) -> String {
    command.configuration.commandName ?? "\(command)".lowercased()
  }
}
