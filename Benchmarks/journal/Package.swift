// swift-tools-version: 6.1
import PackageDescription

// `Sources/Care` is a link to the library's own sources: nothing else of LivingDrug is built for these figures.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]
let package = Package(
    name: "JournalBenchmark",
    targets: [
        .target(name: "Care", swiftSettings: strict),
        .executableTarget(name: "journal-benchmark", dependencies: ["Care"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
