using AutoPortal.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/AutoPortal.Benchmarks -- --filter '*Cleaning*'
BenchmarkSwitcher.FromAssembly(typeof(InProcess).Assembly).Run(args, new InProcess());
