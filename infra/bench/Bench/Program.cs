using AutoPortal.Bench;
using AutoPortal.Bench.Measures;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    var options = BenchOptions.Parse(args);
    return await BenchRun.RunAsync(options, Catalogue.Choose(options.Only), stop.Token);
}
catch (BenchException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 1;
}
