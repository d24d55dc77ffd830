using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace AutoPortal.Bench.Circuits;

/// <summary>
/// One Blazor Server circuit over a real WebSocket, as the stock client script would hold it: it acknowledges batches, answers calls into
/// JavaScript without doing anything, and follows navigation.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;
    private const string Renderer = "attachWebRendererInterop";
    private const string Navigate = "navigateTo";
    private static readonly Dictionary<string, string> NoHeaders = [];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _leaving = new();
    private readonly TaskCompletionSource _attached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<ScriptCall>> _called = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _asked = new(StringComparer.Ordinal);
    private readonly Action<RenderBatch, Circuit> _onBatch;
    private readonly string _address;
    private Task _receiving = Task.CompletedTask;
    private long _renderer;
    private long _calls;

    private Circuit(string address, Action<RenderBatch, Circuit> onBatch)
    {
        _address = address;
        _onBatch = onBatch;
    }

    /// <summary>Why the server ended the circuit, or null.</summary>
    public string? Fault { get; private set; }

    /// <param name="http">Signed in as whoever looks at the screen.</param>
    /// <param name="cookies">The same person's cookies.</param>
    /// <param name="address">Scheme and host.</param>
    /// <param name="path">The screen.</param>
    /// <param name="onBatch">Hears every batch, before it is acknowledged.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Circuit> OpenAsync(HttpClient http, string cookies, string address, string path, Action<RenderBatch, Circuit> onBatch, CancellationToken ct)
    {
        var page = CircuitPage.Of(await GetAsync(http, address + path, cookies, ct));
        var circuit = new Circuit(address, onBatch);
        try
        {
            await circuit.ConnectAsync(http, cookies, path, page, ct);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a click to a handler; what it draws is heard by the batch listener.</summary>
    public Task ClickAsync(long handler, CancellationToken ct) => SendAsync(
        ct,
        1, NoHeaders, null, "BeginInvokeDotNetFromJS",
        new object?[] { (++_calls).ToString(System.Globalization.CultureInfo.InvariantCulture), null, "DispatchEventAsync", _renderer, ClickOn(handler) },
        Array.Empty<object?>());

    /// <summary>The first call of the server into that function of the browser's.</summary>
    public Task<ScriptCall> CalledAsync(string function, CancellationToken ct) => Wanted(function).Task.WaitAsync(Patience, ct);

    /// <summary>Calls a method of an object that the server gave to the browser, as a script does.</summary>
    /// <returns>What it answers, as JSON.</returns>
    public async Task<string> AskAsync(long target, string method, string arguments, CancellationToken ct)
    {
        var call = "ask-" + (++_calls).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = _asked[call] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(ct, 1, NoHeaders, null, "BeginInvokeDotNetFromJS", new object?[] { call, null, method, target, arguments }, Array.Empty<object?>());
        return await answer.Task.WaitAsync(Patience, ct);
    }

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync();
        _socket.Abort();
        await _receiving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _leaving.Dispose();
    }

    private static async Task<string> GetAsync(HttpClient http, string address, string cookies, CancellationToken ct)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, address);
        ask.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await http.SendAsync(ask, ct);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(ct);
    }

    private async Task ConnectAsync(HttpClient http, string cookies, string path, CircuitPage page, CancellationToken ct)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, _address + "/_blazor/negotiate?negotiateVersion=1");
        ask.Headers.TryAddWithoutValidation("Cookie", cookies);
        using var answer = await http.SendAsync(ask, ct);
        answer.EnsureSuccessStatusCode();
        using var negotiated = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(ct));
        var token = negotiated.RootElement.GetProperty("connectionToken").GetString();

        _socket.Options.SetRequestHeader("Cookie", cookies);
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await _socket.ConnectAsync(new Uri($"{_address.Replace("http", "ws", StringComparison.Ordinal)}/_blazor?id={Uri.EscapeDataString(token!)}"), ct);
        byte[] hello = [.. "{\"protocol\":\"blazorpack\",\"version\":1}"u8, RecordEnd];
        await _socket.SendAsync(hello, WebSocketMessageType.Text, true, ct);
        _receiving = ReceiveAsync(_leaving.Token);
        _ = PingAsync(_leaving.Token);
        await SendAsync(ct, 1, NoHeaders, "0", "StartCircuit", new object?[] { _address + "/", _address + path, "[]", page.State }, Array.Empty<object?>());
        await _started.Task.WaitAsync(Patience, ct);
        await SendAsync(ct, 1, NoHeaders, null, "UpdateRootComponents", new object?[] { page.Operations, page.State }, Array.Empty<object?>());
        await _attached.Task.WaitAsync(Patience, ct);
    }

    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task ReceiveAsync(CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        var isGreeted = false;
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    if (length == buffer.Length)
                    {
                        Array.Resize(ref buffer, buffer.Length * 2);
                    }

                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), ct);
                    length += part.Count;
                }
                while (!part.EndOfMessage);

                if (part.MessageType == WebSocketMessageType.Close)
                {
                    Fail("closed");
                    return;
                }

                var from = 0;
                if (!isGreeted)
                {
                    from = Array.IndexOf(buffer, RecordEnd, 0, length) + 1;
                    isGreeted = true;
                }

                foreach (var message in PackReader.Frames(buffer.AsSpan(from, length - from)))
                {
                    await HearAsync(message, ct);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Fail(ct.IsCancellationRequested ? "left" : e.Message);
        }
    }

    private async Task HearAsync(object?[] message, CancellationToken ct)
    {
        switch (message[0])
        {
            case 1L:
                await CalledAsync((string)message[3]!, (object?[])message[4]!, ct);
                break;
            case 3L when message[4] is string:
                _started.TrySetResult();
                break;
            case 3L when (string?)message[2] == "0":
                Fail("The server gave no circuit.");
                break;
            case 7L:
                Fail($"closed: {message[1]}");
                break;
        }
    }

    private async Task CalledAsync(string target, object?[] arguments, CancellationToken ct)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                _onBatch(new RenderBatch((byte[])arguments[1]!), this);
                await SendAsync(ct, 1, NoHeaders, null, "OnRenderCompleted", new[] { arguments[0], null }, Array.Empty<object?>());
                break;
            case "JS.BeginInvokeJS":
                await AnswerAsync(ScriptCall.Of(arguments), ct);
                break;
            case "JS.EndInvokeDotNet" when _asked.TryRemove((string)arguments[0]!, out var answer):
                if ((bool)arguments[1]!)
                {
                    answer.TrySetResult((string?)arguments[2] ?? "null");
                }
                else
                {
                    answer.TrySetException(new BenchException($"{_address}: {arguments[2]}"));
                }

                break;
            case "JS.Error":
                Fail((string?)arguments[0] ?? "error");
                break;
        }
    }

    private async Task AnswerAsync(ScriptCall call, CancellationToken ct)
    {
        if (call.Name.EndsWith(Renderer, StringComparison.Ordinal))
        {
            _renderer = call.DotNetObject();
            _attached.TrySetResult();
        }

        Wanted(call.Name).TrySetResult(call);
        await SendAsync(ct, 1, NoHeaders, null, "EndInvokeJSFromDotNet", new object?[] { call.Handle, true, $"[{call.Handle},true,{call.Result()}]" }, Array.Empty<object?>());
        if (call.Name.EndsWith(Navigate, StringComparison.Ordinal))
        {
            await SendAsync(ct, 1, NoHeaders, null, "OnLocationChanged", new object?[] { new Uri(new Uri(_address), call.FirstText()).ToString(), null, false }, Array.Empty<object?>());
        }
    }

    private TaskCompletionSource<ScriptCall> Wanted(string function) => _called.GetOrAdd(function, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task PingAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10));
        try
        {
            while (await timer.WaitForNextTickAsync(ct))
            {
                await SendAsync(ct, 6);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            Fail("left");
        }
    }

    private async Task SendAsync(CancellationToken ct, params object?[] message)
    {
        var frame = PackWriter.Frame(message);
        await _sending.WaitAsync(ct);
        try
        {
            await _socket.SendAsync(frame, WebSocketMessageType.Binary, true, ct);
        }
        finally
        {
            _sending.Release();
        }
    }

    private void Fail(string why)
    {
        Fault ??= why;
        _started.TrySetException(new BenchException($"{_address}: {why}"));
        _attached.TrySetException(new BenchException($"{_address}: {why}"));
    }

    private static string ClickOn(long handler) => JsonSerializer.Serialize(new object[]
    {
        new { eventHandlerId = handler, eventName = "click", eventFieldInfo = (object?)null },
        new
        {
            detail = 1, screenX = 0, screenY = 0, clientX = 0, clientY = 0, offsetX = 0, offsetY = 0, pageX = 0, pageY = 0, movementX = 0, movementY = 0,
            button = 0, buttons = 0, ctrlKey = false, shiftKey = false, altKey = false, metaKey = false, type = "click",
        },
    });
}
