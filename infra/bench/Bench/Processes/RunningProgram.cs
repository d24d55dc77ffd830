using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AutoPortal.Bench.Processes;

/// <summary>A child process that is stopped with the measurement that needed it.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private RunningProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote so far, its last 20,000 characters.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static RunningProgram Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            return new(Process.Start(start)!);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new BenchException($"{program} is not installed; the README says what is needed.");
        }
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static async Task<string> OutputAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, CancellationToken ct)
    {
        await using var running = Start(program, arguments, environment);
        await running._process.WaitForExitAsync(ct);
        return running._process.ExitCode == 0
            ? running.Said
            : throw new BenchException($"{program} ended with {running._process.ExitCode}: {running.Said.Trim()}");
    }

    /// <summary>Resident memory in MB, its children left out.</summary>
    public double ResidentMegabytes() => Megabytes("VmRSS");

    /// <summary>The most it ever held resident, in MB.</summary>
    public double PeakMegabytes() => Megabytes("VmHWM");

    private double Megabytes(string field)
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    public async Task SignalAsync(string signal, CancellationToken ct)
    {
        using var kill = Process.Start("kill", ["-" + signal, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(ct);
    }

    /// <summary>Ends it as a power cut would; what it started lives on.</summary>
    public async Task KillAsync(CancellationToken ct)
    {
        await SignalAsync("KILL", ct);
        await _process.WaitForExitAsync(ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await SignalAsync("TERM", CancellationToken.None);
            using var patience = new CancellationTokenSource(StopWithin);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill(entireProcessTree: true);
            }
        }

        _process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs heard)
    {
        lock (_said)
        {
            _said.AppendLine(heard.Data);
            if (_said.Length > 20_000)
            {
                _said.Remove(0, _said.Length - 20_000);
            }
        }
    }
}
