using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Platform.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddDealerLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "closed_on",
                schema: "platform",
                table: "sub_regions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                schema: "platform",
                table: "sub_regions",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<DateOnly>(
                name: "closed_on",
                schema: "platform",
                table: "regions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                schema: "platform",
                table: "regions",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AlterColumn<bool>(
                name: "is_active",
                schema: "platform",
                table: "dealers",
                type: "boolean",
                nullable: false,
                defaultValue: true,
                oldClrType: typeof(bool),
                oldType: "boolean");

            migrationBuilder.AddColumn<string>(
                name: "address",
                schema: "platform",
                table: "dealers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "contact",
                schema: "platform",
                table: "dealers",
                type: "character varying(60)",
                maxLength: 60,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "hotline",
                schema: "platform",
                table: "dealers",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "latitude_micro",
                schema: "platform",
                table: "dealers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "leave_reason",
                schema: "platform",
                table: "dealers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "left_on",
                schema: "platform",
                table: "dealers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "longitude_micro",
                schema: "platform",
                table: "dealers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "open_days",
                schema: "platform",
                table: "dealers",
                type: "character varying(7)",
                maxLength: 7,
                nullable: false,
                defaultValue: "1234567");

            migrationBuilder.AddColumn<DateOnly>(
                name: "opening_on",
                schema: "platform",
                table: "dealers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state",
                schema: "platform",
                table: "dealers",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "open");

            migrationBuilder.AddColumn<Guid>(
                name: "successor_id",
                schema: "platform",
                table: "dealers",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "suspend_reason",
                schema: "platform",
                table: "dealers",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "suspended_until_on",
                schema: "platform",
                table: "dealers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "rank",
                schema: "platform",
                table: "car_series",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                schema: "platform",
                table: "car_series",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.AddColumn<uint>(
                name: "xmin",
                schema: "platform",
                table: "brands",
                type: "xid",
                rowVersion: true,
                nullable: false,
                defaultValue: 0u);

            migrationBuilder.CreateIndex(
                name: "ix_dealers_leaving",
                schema: "platform",
                table: "dealers",
                columns: new[] { "tenant_id", "left_on" },
                filter: "left_on is not null and state <> 'left'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_dealers_leaving",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "closed_on",
                schema: "platform",
                table: "sub_regions");

            migrationBuilder.DropColumn(
                name: "xmin",
                schema: "platform",
                table: "sub_regions");

            migrationBuilder.DropColumn(
                name: "closed_on",
                schema: "platform",
                table: "regions");

            migrationBuilder.DropColumn(
                name: "xmin",
                schema: "platform",
                table: "regions");

            migrationBuilder.DropColumn(
                name: "address",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "contact",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "hotline",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "latitude_micro",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "leave_reason",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "left_on",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "longitude_micro",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "open_days",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "opening_on",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "state",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "successor_id",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "suspend_reason",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "suspended_until_on",
                schema: "platform",
                table: "dealers");

            migrationBuilder.DropColumn(
                name: "rank",
                schema: "platform",
                table: "car_series");

            migrationBuilder.DropColumn(
                name: "xmin",
                schema: "platform",
                table: "car_series");

            migrationBuilder.DropColumn(
                name: "xmin",
                schema: "platform",
                table: "brands");

            migrationBuilder.AlterColumn<bool>(
                name: "is_active",
                schema: "platform",
                table: "dealers",
                type: "boolean",
                nullable: false,
                oldClrType: typeof(bool),
                oldType: "boolean",
                oldDefaultValue: true);
        }
    }
}
