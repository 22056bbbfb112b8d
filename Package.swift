// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "LivingDrug",
    products: [
        .library(name: "Dynamics", targets: ["Dynamics"]),
        .library(name: "Native", targets: ["Native"]),
        .library(name: "Care", targets: ["Care"]),
        .library(name: "Queueing", targets: ["Queueing"]),
        .library(name: "Economics", targets: ["Economics"]),
        .library(name: "Therapy", targets: ["Therapy"]),
        .library(name: "Inference", targets: ["Inference"]),
        .library(name: "Catalogue", targets: ["Catalogue"]),
        .library(name: "Report", targets: ["Report"]),
        .executable(name: "livingdrug", targets: ["livingdrug"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CSBML", providers: [.apt(["libsbml5-dev"])]),
        .systemLibrary(name: "CSundials", providers: [.apt(["libsundials-dev"])]),
        .target(name: "CLanes"),
        .target(name: "Dynamics", dependencies: ["CSBML", "CLanes"], swiftSettings: strict),
        .target(name: "Native", dependencies: ["Dynamics"], swiftSettings: strict),
        .systemLibrary(name: "CNetCDF", providers: [.apt(["libnetcdf-dev"])]),
        .target(name: "Care", swiftSettings: strict),
        .target(name: "Queueing", dependencies: ["Dynamics"], swiftSettings: strict),
        .target(name: "Economics", dependencies: ["Dynamics"], swiftSettings: strict),
        .target(name: "Therapy", dependencies: ["Dynamics", "Care", "Economics", "Queueing"], swiftSettings: strict),
        .target(name: "Inference", dependencies: ["Dynamics", "Care", "Therapy"], swiftSettings: strict),
        .target(
            name: "Catalogue",
            dependencies: [
                "Dynamics", "Care", "Economics", "Tables", "Therapy", "Inference",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict),
        .target(name: "Report", dependencies: ["Care", "Economics", "Therapy"], swiftSettings: strict),
        .target(name: "Tables", dependencies: ["CNetCDF"], swiftSettings: strict),
        .executableTarget(
            name: "livingdrug",
            dependencies: [
                "Dynamics", "Native", "Tables", "Care", "Economics", "Therapy", "Inference", "Catalogue", "Report",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(name: "conformance", dependencies: ["Dynamics"], swiftSettings: strict),
        .testTarget(
            name: "DynamicsTests", dependencies: ["CLanes", "Dynamics", "Native", "CSundials"], swiftSettings: strict),
        .testTarget(name: "QueueingTests", dependencies: ["Queueing"], swiftSettings: strict),
        .testTarget(name: "CareTests", dependencies: ["Care"], swiftSettings: strict),
        .testTarget(name: "EconomicsTests", dependencies: ["Dynamics", "Economics"], swiftSettings: strict),
        .testTarget(
            name: "TherapyTests", dependencies: ["Therapy", "Catalogue", "Dynamics", "Economics", "Native"],
            swiftSettings: strict),
        .testTarget(
            name: "InferenceTests", dependencies: ["Inference", "Therapy", "Catalogue"], swiftSettings: strict),
        .testTarget(
            name: "CatalogueTests",
            dependencies: ["Catalogue", "Care", "Dynamics", "Economics", "Tables", "Therapy", "Inference"],
            swiftSettings: strict),
        .testTarget(name: "ReportTests", dependencies: ["Economics", "Report"], swiftSettings: strict),
        .testTarget(name: "TablesTests", dependencies: ["Tables", "CNetCDF"], swiftSettings: strict),
        .testTarget(name: "CommandTests", dependencies: ["livingdrug"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
