import ServiceLifecycle

/// Stops the virtual trials when the server goes down.
struct TrialClosing: Service {
    let trials: TrialDesk

    func run() async throws {
        try? await gracefulShutdown()
        trials.close()
    }
}
