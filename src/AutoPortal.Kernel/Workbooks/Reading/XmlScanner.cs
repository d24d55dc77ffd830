using System.Buffers;
using System.Text;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>
/// Walks through an XML part without holding more than one token of it. <see cref="Next"/> is synchronous over what is buffered and asks for more when needed,
/// so that a caller's loop over millions of tokens pays no await for each. Spans are good until the next call.
/// </summary>
/// <remarks>XmlReader has an await or a string for each token, and cannot tell a forbidden document type from other damage without parsing it.</remarks>
internal sealed class XmlScanner : IAsyncDisposable
{
    private const int FirstBytes = 64 * 1024;
    private const int MaxTokenBytes = 1024 * 1024;
    private readonly Stream _stream;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int _position;
    private int _end;
    private bool _ended;
    private int _depth;
    private int _tokenAt;
    private int _tokenLength;
    private int _nameAt;
    private int _nameLength;

    private XmlScanner(Stream stream) => _stream = stream;

    /// <summary>Whether a start tag closes itself; no end follows then.</summary>
    public bool IsEmptyElement { get; private set; }

    /// <summary>Whether the text is a CDATA section, whose ampersands mean nothing.</summary>
    public bool IsVerbatim { get; private set; }

    /// <summary>Name of the element without its prefix.</summary>
    public ReadOnlySpan<byte> Name => _buffer.AsSpan(_nameAt, _nameLength);

    /// <summary>The text as it stands in the file.</summary>
    public ReadOnlySpan<byte> RawText => _buffer.AsSpan(_tokenAt, _tokenLength);

    public static async Task<XmlScanner> OpenAsync(Stream stream, CancellationToken ct)
    {
        var head = new byte[4];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        var whole = new PrefixedStream(head.AsMemory(0, read), stream);
        var scanner = head switch
        {
            [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => new XmlScanner(Encoding.CreateTranscodingStream(whole, Encoding.BigEndianUnicode, Encoding.UTF8)),
            [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => new XmlScanner(Encoding.CreateTranscodingStream(whole, Encoding.Unicode, Encoding.UTF8)),
            _ => new XmlScanner(whole),
        };
        while (scanner._end < 3 && await scanner.FillAsync(ct))
        {
        }

        scanner._position = scanner._buffer.AsSpan(0, scanner._end).StartsWith("\uFEFF"u8) ? 3 : 0;
        return scanner;
    }

    /// <returns>Whether there was more.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken ct)
    {
        if (_ended)
        {
            return false;
        }

        MakeRoom();
        var read = await _stream.ReadAsync(_buffer.AsMemory(_end), ct);
        _end += read;
        _ended = read == 0;
        return !_ended;
    }

    /// <summary>The next token, awaiting what it takes.</summary>
    public async ValueTask<XmlToken> ReadAsync(CancellationToken ct)
    {
        XmlToken token;
        while ((token = Next()) == XmlToken.NeedMore)
        {
            await FillAsync(ct);
        }

        return token;
    }

    public XmlToken Next()
    {
        while (true)
        {
            var rest = _buffer.AsSpan(_position, _end - _position);
            if (rest.IsEmpty)
            {
                return !_ended ? XmlToken.NeedMore : _depth == 0 ? XmlToken.EndOfFile : throw Damaged();
            }

            if (rest[0] != '<')
            {
                return Text(rest);
            }

            if (rest.Length < 2)
            {
                return More();
            }

            var token = rest[1] switch
            {
                (byte)'/' => EndTag(rest),
                (byte)'!' => Declaration(rest),
                (byte)'?' => Skip(rest, "?>"u8),
                _ => StartTag(rest),
            };
            if (token is { } found)
            {
                return found;
            }
        }
    }

    /// <summary>An attribute of the start tag as it stands in the file; empty where it is absent.</summary>
    public ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> name)
    {
        var rest = Attributes;
        while (TakeAttribute(ref rest, out var found, out var value))
        {
            if (found.SequenceEqual(name))
            {
                return value;
            }
        }

        return [];
    }

    /// <summary>All attributes of the start tag, for <see cref="TakeAttribute"/>.</summary>
    public ReadOnlySpan<byte> Attributes => _buffer.AsSpan(_tokenAt, _tokenLength);

    /// <summary>Takes the first attribute off the rest of them.</summary>
    public static bool TakeAttribute(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var equals = rest.IndexOf((byte)'=');
        if (equals < 0)
        {
            name = value = [];
            return false;
        }

        name = rest[..equals].Trim(" \t\r\n"u8);
        name = name[(name.LastIndexOf((byte)':') + 1)..];
        var from = equals + 1;
        while (from < rest.Length && rest[from] <= ' ')
        {
            from++;
        }

        var close = from + 1 < rest.Length && rest[from] is (byte)'"' or (byte)'\'' ? rest[(from + 1)..].IndexOf(rest[from]) : -1;
        if (close < 0)
        {
            throw Damaged();
        }

        value = rest.Slice(from + 1, close);
        rest = rest[(from + close + 2)..];
        return true;
    }

    /// <summary>An attribute as text; null where it is absent.</summary>
    public string? AttributeText(ReadOnlySpan<byte> name)
    {
        var raw = Attribute(name);
        if (raw.IsEmpty)
        {
            return null;
        }

        var text = new TextCollector(MaxTokenBytes);
        text.Append(raw, isVerbatim: false);
        return text.Take();
    }

    public ValueTask DisposeAsync()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        return _stream.DisposeAsync();
    }

    private static TableFaultException Damaged() => new(TableFaultKind.Damaged);

    private XmlToken Text(ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)'<');
        if (length < 0 && !_ended)
        {
            return XmlToken.NeedMore;
        }

        length = length < 0 ? rest.Length : length;
        (_tokenAt, _tokenLength, IsVerbatim) = (_position, length, false);
        _position += length;
        return XmlToken.Text;
    }

    private XmlToken? StartTag(ReadOnlySpan<byte> rest)
    {
        var (local, end) = NameIn(rest, 1);
        var close = end < 0 || rest[end] == '>' ? end : TagEnd(rest, end);
        if (close < 0)
        {
            return More();
        }

        IsEmptyElement = rest[close - 1] == '/';
        _depth += IsEmptyElement ? 0 : 1;
        (_nameAt, _nameLength) = (_position + local, end - local);
        (_tokenAt, _tokenLength) = (_position + end, (IsEmptyElement ? close - 1 : close) - end);
        _position += close + 1;
        return end == local ? throw Damaged() : XmlToken.Start;
    }

    private XmlToken? EndTag(ReadOnlySpan<byte> rest)
    {
        var (local, end) = NameIn(rest, 2);
        var close = end < 0 || rest[end] == '>' ? end : rest.IndexOf((byte)'>');
        if (close < 0)
        {
            return More();
        }

        (_nameAt, _nameLength) = (_position + local, end - local);
        _position += close + 1;
        return --_depth < 0 || end == local ? throw Damaged() : XmlToken.End;
    }

    // Names are a few bytes long: a plain loop beats every vectorised search.
    private static (int Local, int End) NameIn(ReadOnlySpan<byte> rest, int from)
    {
        var local = from;
        for (var at = from; at < rest.Length; at++)
        {
            var next = rest[at];
            if (next is <= (byte)' ' or (byte)'>' or (byte)'/')
            {
                return (local, at);
            }

            local = next == ':' ? at + 1 : local;
        }

        return (local, -1);
    }

    private XmlToken? Declaration(ReadOnlySpan<byte> rest)
    {
        if (rest.StartsWith("<!--"u8))
        {
            return Skip(rest, "-->"u8);
        }

        if (!rest.StartsWith("<![CDATA["u8))
        {
            return rest.Length < "<![CDATA["u8.Length && !_ended ? XmlToken.NeedMore : throw new TableFaultException(TableFaultKind.ForbiddenMarkup);
        }

        var start = "<![CDATA["u8.Length;
        var close = rest[start..].IndexOf("]]>"u8);
        if (close < 0)
        {
            return More();
        }

        (_tokenAt, _tokenLength, IsVerbatim) = (_position + start, close, true);
        _position += start + close + 3;
        return XmlToken.Text;
    }

    private XmlToken? Skip(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> end)
    {
        var close = rest[2..].IndexOf(end);
        if (close < 0)
        {
            return More();
        }

        _position += 2 + close + end.Length;
        return null;
    }

    // A > may stand inside a quoted attribute; nearly always it does not, and an even number of quotes before it proves that.
    private static int TagEnd(ReadOnlySpan<byte> rest, int from)
    {
        var close = rest[from..].IndexOf((byte)'>');
        if (close < 0)
        {
            return -1;
        }

        var inside = rest.Slice(from, close);
        if (inside.Count((byte)'"') % 2 == 0 && !inside.Contains((byte)'\''))
        {
            return from + close;
        }

        var quote = (byte)0;
        for (var at = from; at < rest.Length; at++)
        {
            if (quote == 0 && rest[at] == '>')
            {
                return at;
            }

            if (quote == 0 && rest[at] is (byte)'"' or (byte)'\'')
            {
                quote = rest[at];
            }
            else if (quote == rest[at])
            {
                quote = 0;
            }
        }

        return -1;
    }

    private XmlToken More() => _ended ? throw Damaged() : XmlToken.NeedMore;

    private void MakeRoom()
    {
        if (_position > 0)
        {
            _buffer.AsSpan(_position, _end - _position).CopyTo(_buffer);
            _end -= _position;
            _position = 0;
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_buffer.Length >= MaxTokenBytes)
        {
            throw _buffer[0] == '<' ? Damaged() : new TableFaultException(TableFault.TooLong(MaxTokenBytes, null, null));
        }

        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
