using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Pages.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddReleases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "changed_at",
                schema: "pages",
                table: "pages",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<string>(
                name: "folder",
                schema: "pages",
                table: "pages",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "is_archived",
                schema: "pages",
                table: "pages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "live_version",
                schema: "pages",
                table: "pages",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "pages",
                table: "pages",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "draft");

            migrationBuilder.Sql(
                """
                update pages.pages set changed_at = created_at;
                update pages.pages p set state = 'live', live_version = s.version from pages.published_pages s where s.tenant_id = p.tenant_id and s.id = p.id;
                update pages.pages set state = 'ended' where not is_published and latest_version > 0;
                """);

            migrationBuilder.CreateTable(
                name: "page_previews",
                schema: "pages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: true),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_previews", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_page_previews_pages_tenant_id_page_id",
                        columns: x => new { x.tenant_id, x.page_id },
                        principalSchema: "pages",
                        principalTable: "pages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "page_releases",
                schema: "pages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    live_from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    live_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    went_live_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_releases", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_page_releases_pages_tenant_id_page_id",
                        columns: x => new { x.tenant_id, x.page_id },
                        principalSchema: "pages",
                        principalTable: "pages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.Sql(
                """
                insert into pages.page_releases (tenant_id, id, page_id, version, state, submitted_by, submitted_at, note, reason, decided_by, decided_at, went_live_at)
                select v.tenant_id, v.id, v.page_id, v.number,
                       case when s.version = v.number then 'live' when s.id is null and v.number = p.latest_version then 'withdrawn' else 'superseded' end,
                       v.published_by, v.published_at, '', '', v.published_by, v.published_at, v.published_at
                from pages.page_versions v
                join pages.pages p on p.tenant_id = v.tenant_id and p.id = v.page_id
                left join pages.published_pages s on s.tenant_id = v.tenant_id and s.id = v.page_id;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_pages_tenant_id_is_archived_changed_at",
                schema: "pages",
                table: "pages",
                columns: new[] { "tenant_id", "is_archived", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_page_previews_tenant_id_page_id_id",
                schema: "pages",
                table: "page_previews",
                columns: new[] { "tenant_id", "page_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_page_previews_tenant_id_token_hash",
                schema: "pages",
                table: "page_previews",
                columns: new[] { "tenant_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_page_releases_tenant_id_page_id_id",
                schema: "pages",
                table: "page_releases",
                columns: new[] { "tenant_id", "page_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_page_releases_tenant_id_state_live_from",
                schema: "pages",
                table: "page_releases",
                columns: new[] { "tenant_id", "state", "live_from" });

            migrationBuilder.CreateIndex(
                name: "ux_page_releases_pending",
                schema: "pages",
                table: "page_releases",
                columns: new[] { "tenant_id", "page_id" },
                unique: true,
                filter: "state in ('reviewing', 'scheduled')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "page_previews",
                schema: "pages");

            migrationBuilder.DropTable(
                name: "page_releases",
                schema: "pages");

            migrationBuilder.DropIndex(
                name: "ix_pages_tenant_id_is_archived_changed_at",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "changed_at",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "folder",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "is_archived",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "live_version",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "state",
                schema: "pages",
                table: "pages");
        }
    }
}
