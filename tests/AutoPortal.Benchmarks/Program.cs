using System.Globalization;
using AutoPortal.Benchmarks;
using AutoPortal.Benchmarks.Imports;
using BenchmarkDotNet.Running;

// A large file to import: dotnet run -c Release --project tests/AutoPortal.Benchmarks -- make-leads 200000 leads.xlsx
if (args is ["make-leads", var rows, var path])
{
    await LeadFileMaker.WriteAsync(path, int.Parse(rows, CultureInfo.InvariantCulture), CancellationToken.None);
    return;
}

// dotnet run -c Release --project tests/AutoPortal.Benchmarks -- --filter '*Cleaning*'
BenchmarkSwitcher.FromAssembly(typeof(InProcess).Assembly).Run(args, new InProcess());
