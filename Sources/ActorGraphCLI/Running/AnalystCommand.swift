import ActorGraph
import ArgumentParser

/// A command whose failures become messages and exit codes in one place.
protocol AnalystCommand: ParsableCommand {
  /// What it reads and writes, which is checked before the work begins.
  var plan: OutputPlan { get }
  /// Does the work.
  func execute() throws(CommandFailure)
}

extension AnalystCommand {
  /// Runs the command; prints why it failed, and ends with the failure's exit code.
  func run() throws {
    defer { Terminal.clearProgress(forGood: true) }
    do {
      try plan.check()
      try execute()
    } catch .interrupted {
      Interrupt.end()
    } catch {
      for line in error.lines { Terminal.warn(line) }
      throw ExitCode(error.exitCode)
    }
  }
}
