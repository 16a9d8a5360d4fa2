// swift-tools-version: 6.2
import PackageDescription

// Stands apart from the main package, so that nobody who builds that builds this.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "Viewfinder", path: "../.."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "ViewfinderBenchmarks",
            dependencies: [
                .product(name: "Viewfinder", package: "Viewfinder"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/ViewfinderBenchmarks",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
