// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// The rules and the simulator are the root package's; what is here takes minutes to build, and the science does not wait
// for it.
func ours(_ names: String...) -> [Target.Dependency] { names.map { .product(name: $0, package: "LivingDrug") } }

let package = Package(
    name: "LivingDrugServer",
    products: [.executable(name: "livingdrug-server", targets: ["livingdrug-server"])],
    dependencies: [
        .package(name: "LivingDrug", path: ".."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.1.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.3.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CArgon2", providers: [.apt(["libargon2-dev"])]),
        .target(
            name: "Chain", dependencies: ours("Care") + [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Records",
            dependencies: ["Chain", "CPQ"] + ours("Care") + [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
        .target(
            name: "FHIR", dependencies: ["Chain"] + ours("Care"), swiftSettings: strict),
        .target(
            name: "Pages",
            dependencies: ours("Care", "Report", "Therapy", "Catalogue", "Dynamics") + [
                .product(name: "Mustache", package: "swift-mustache")
            ], resources: [.copy("Templates"), .copy("Assets")], swiftSettings: strict),
        .target(
            name: "Service",
            dependencies: ["Chain", "Records", "FHIR", "Pages", "CArgon2"]
                + ours("Care", "Therapy", "Dynamics", "Native", "Catalogue", "Report") + [
                    .product(name: "Hummingbird", package: "hummingbird"),
                    .product(name: "HummingbirdCore", package: "hummingbird"),
                    .product(name: "JWTKit", package: "jwt-kit"), .product(name: "Crypto", package: "swift-crypto"),
                    .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                    .product(name: "HTTPTypes", package: "swift-http-types"),
                    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                ], swiftSettings: strict),
        .executableTarget(
            name: "livingdrug-server",
            dependencies: ["Service", "Records", "FHIR"] + ours("Care", "Catalogue", "Therapy") + [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "Logging", package: "swift-log"),
            ], swiftSettings: strict),
        .executableTarget(
            name: "pages-preview", dependencies: ["Pages"] + ours("Care", "Therapy", "Catalogue", "Report", "Dynamics"),
            swiftSettings: strict),
        .executableTarget(name: "records-crash", dependencies: ["Records"] + ours("Care"), swiftSettings: strict),
        .testTarget(name: "RecordsTests", dependencies: ["Chain", "Records"] + ours("Care"), swiftSettings: strict),
        .testTarget(name: "FHIRTests", dependencies: ["FHIR"] + ours("Care"), swiftSettings: strict),
        .testTarget(name: "PagesTests", dependencies: ["Pages"] + ours("Care"), swiftSettings: strict),
        .testTarget(
            name: "ServiceTests",
            dependencies: ["Service", "Records", "FHIR", "Pages"] + ours("Care", "Catalogue", "Therapy") + [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "Crypto", package: "swift-crypto"),
            ], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
