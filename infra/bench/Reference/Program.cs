using System.Globalization;
using AutoPortal.Bench.Reference;

// Usage: page PORT FILE | render PORT | grid PORT | sheet FILE ROWS. Each is the least that .NET can do for that job.
if (args is ["sheet", var file, var rows])
{
    await Console.Out.WriteLineAsync(Sheet.Time(file, int.Parse(rows, CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture));
    return;
}

var port = int.Parse(args[1], CultureInfo.InvariantCulture);
var app = args[0] switch
{
    "page" => StaticPage.Build(port, await File.ReadAllBytesAsync(args[2])),
    "render" => RenderedPage.Build(port),
    "grid" => GridApp.Build(port),
    _ => throw new ArgumentException($"Unknown sample {args[0]}."),
};
await app.RunAsync();
