using System.Text;

namespace AutoPortal.Kernel.Workbooks.Reading;

/// <summary>The records of a text table, one at a time.</summary>
internal sealed class CsvRows : ITableSource
{
    private const int BufferChars = 32 * 1024;
    private readonly StreamReader _reader;
    private readonly TableLimits _limits;
    private readonly char[] _buffer = new char[BufferChars];
    private readonly List<TableCell> _cells = [];
    private readonly StringBuilder _field = new();
    private int _position;
    private int _end;
    private bool _ended;
    private int _row;
    private int _openedInRow;
    private State _state;

    private CsvRows(Stream file, Encoding encoding, TableLimits limits)
    {
        file.Position = 0;
        _reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        _limits = limits;
    }

    private enum State
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
        AfterReturn,
    }

    /// <summary>What parts the fields.</summary>
    public char Delimiter { get; private set; }

    public static async Task<CsvRows> OpenAsync(Stream file, Encoding encoding, TableLimits limits, CancellationToken ct)
    {
        var rows = new CsvRows(file, encoding, limits);
        rows._end = await rows._reader.ReadBlockAsync(rows._buffer, ct);
        (rows.Delimiter, rows._position) = CsvDelimiter.Find(rows._buffer.AsSpan(0, rows._end));
        return rows;
    }

    public async ValueTask<SourceRow?> NextAsync(CancellationToken ct)
    {
        _cells.Clear();
        while (true)
        {
            if (Walk())
            {
                return Finish();
            }

            if (_ended)
            {
                return Last();
            }

            _end = await _reader.ReadAsync(_buffer, ct);
            _position = 0;
            _ended = _end == 0;
        }
    }

    public TableCell[] Merge(SourceRow row, int width) => row.Cells;

    public bool IsColumnHidden(int column) => false;

    public ValueTask DisposeAsync()
    {
        _reader.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <returns>Whether a record ended; otherwise the buffer did.</returns>
    private bool Walk()
    {
        while (_position < _end)
        {
            var next = _buffer[_position];
            switch (_state)
            {
                case State.Quoted:
                    TakeUntilQuote();
                    break;
                case State.QuoteInQuoted when next == '"':
                    _position++;
                    Append("\"");
                    _state = State.Quoted;
                    break;
                case State.AfterReturn:
                    _position += next == '\n' ? 1 : 0;
                    _state = State.FieldStart;
                    break;
                case State.FieldStart when next == '"':
                    _position++;
                    _openedInRow = _row + 1;
                    _state = State.Quoted;
                    break;
                default:
                    if (TakePlain())
                    {
                        return true;
                    }

                    break;
            }
        }

        return false;
    }

    private void TakeUntilQuote()
    {
        var rest = _buffer.AsSpan(_position, _end - _position);
        var quote = rest.IndexOf('"');
        Append(quote < 0 ? rest : rest[..quote]);
        _position += quote < 0 ? rest.Length : quote + 1;
        _state = quote < 0 ? State.Quoted : State.QuoteInQuoted;
    }

    private bool TakePlain()
    {
        var rest = _buffer.AsSpan(_position, _end - _position);
        var stop = rest.IndexOfAny(Delimiter, '\r', '\n');
        Append(stop < 0 ? rest : rest[..stop]);
        _position += stop < 0 ? rest.Length : stop + 1;
        _state = State.Plain;
        if (stop < 0)
        {
            return false;
        }

        FinishField();
        _state = rest[stop] == '\r' ? State.AfterReturn : State.FieldStart;
        return rest[stop] != Delimiter;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_field.Length + text.Length > _limits.MaxCellChars)
        {
            throw new TableFaultException(TableFault.TooLong(_limits.MaxCellChars, _row + 1, _cells.Count));
        }

        _field.Append(text);
    }

    private void FinishField()
    {
        if (_cells.Count == _limits.MaxColumns)
        {
            throw new TableFaultException(new TableFault(TableFaultKind.TooManyColumns, _limits.MaxColumns) { Row = _row + 1 });
        }

        _cells.Add(_field.Length == 0 ? default : TableCell.OfText(CsvFields.Unguard(_field.ToString())));
        _field.Clear();
    }

    private SourceRow Finish() => new(++_row, IsHidden: false, [.. _cells]);

    private SourceRow? Last()
    {
        if (_state == State.Quoted)
        {
            throw new TableFaultException(new TableFault(TableFaultKind.UnclosedQuote, _openedInRow) { Row = _openedInRow });
        }

        if (_state is State.AfterReturn || (_state == State.FieldStart && _cells.Count == 0))
        {
            return null;
        }

        FinishField();
        _state = State.FieldStart;
        return Finish();
    }
}
