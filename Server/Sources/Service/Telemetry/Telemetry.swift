import Hummingbird
import Synchronization

/// What is measured of the server itself: requests and their times, by route and status. Never a path with its values,
/// never a name: nothing of a patient.
final class Telemetry: Sendable {
    private struct Series: Hashable {
        var method: String
        var route: String
        var status: Int
    }
    private struct Times {
        var buckets = [Int](repeating: 0, count: Telemetry.bounds.count)
        var count = 0
        var sum = 0.0
    }
    private struct State {
        var series: [Series: Times] = [:]
        var active = 0
        var streams = 0
    }
    /// Upper bounds of the histogram, s.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10]
    private let state = Mutex(State())

    func begin() { state.withLock { $0.active += 1 } }

    func end(_ method: String, _ route: String, _ status: Int, seconds: Double) {
        state.withLock { state in
            state.active -= 1
            var times = state.series[Series(method: method, route: route, status: status)] ?? Times()
            times.count += 1
            times.sum += seconds
            for (index, bound) in Self.bounds.enumerated() where seconds <= bound { times.buckets[index] += 1 }
            state.series[Series(method: method, route: route, status: status)] = times
        }
    }

    func openStream() { state.withLock { $0.streams += 1 } }
    func closeStream() { state.withLock { $0.streams -= 1 } }

    /// In the text format of Prometheus (0.0.4).
    func text(gauges: [(name: String, words: String, value: Double)]) -> String {
        let (series, active, streams) = state.withLock { ($0.series, $0.active, $0.streams) }
        var lines = [
            "# HELP livingdrug_requests_active Requests that are being answered.",
            "# TYPE livingdrug_requests_active gauge", "livingdrug_requests_active \(active)",
            "# HELP livingdrug_event_streams Open event streams.", "# TYPE livingdrug_event_streams gauge",
            "livingdrug_event_streams \(streams)",
        ]
        for gauge in gauges {
            lines += [
                "# HELP \(gauge.name) \(gauge.words)", "# TYPE \(gauge.name) gauge", "\(gauge.name) \(gauge.value)",
            ]
        }
        lines += [
            "# HELP livingdrug_request_seconds Time to answer a request.",
            "# TYPE livingdrug_request_seconds histogram",
        ]
        let sorted = series.sorted { a, b in
            (a.key.route, a.key.method, a.key.status) < (b.key.route, b.key.method, b.key.status)
        }
        for (key, times) in sorted {
            let labels = "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
            for (bound, count) in zip(Self.bounds, times.buckets) {
                lines.append("livingdrug_request_seconds_bucket{\(labels),le=\"\(bound)\"} \(count)")
            }
            lines.append("livingdrug_request_seconds_bucket{\(labels),le=\"+Inf\"} \(times.count)")
            lines.append("livingdrug_request_seconds_sum{\(labels)} \(times.sum)")
            lines.append("livingdrug_request_seconds_count{\(labels)} \(times.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
