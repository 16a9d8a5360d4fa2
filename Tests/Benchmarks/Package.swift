// swift-tools-version: 6.2
import PackageDescription

// The figures measure what the package `Viewfinder` keeps to itself, so they are compiled as a part of it: under its name,
// which is that of its folder.
let viewfinder = Context.packageDirectory.split(separator: "/").dropLast(2).last ?? ""
let packageName = String(viewfinder.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })

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
            packageAccess: false,
            swiftSettings: [.unsafeFlags(["-package-name", packageName])],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
    ],
    swiftLanguageModes: [.v6]
)
