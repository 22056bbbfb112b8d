// swift-tools-version: 6.1
import PackageDescription

// A package of its own: it builds `Care` alone, in seconds, without the other modules' libraries.
let package = Package(
    name: "GradingBenchmark",
    targets: [
        .target(name: "Allocations"),
        .target(
            name: "Care",
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
            ]),
        .executableTarget(name: "grading", dependencies: ["Allocations", "Care"]),
    ],
    swiftLanguageModes: [.v6]
)
